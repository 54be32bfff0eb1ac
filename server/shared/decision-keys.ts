/**
 * Names in Redis of what people decided.
 *
 * | key                | kind   | holds                                                                  | leaves |
 * |--------------------|--------|------------------------------------------------------------------------|--------|
 * | {prices}:decisions | stream | PriceDecision in JSON as `decision`, in the order they were made       | never  |
 * | {prices}:standing  | hash   | recommendation id -> the last of its decisions, as in the stream       | never  |
 */
export const PRICE_DECISIONS = '{prices}:decisions';
export const PRICE_STANDING = '{prices}:standing';
