/**
 * Names in Redis of what people decided and wrote.
 *
 * | key                | kind   | holds                                                                  | leaves         |
 * |--------------------|--------|------------------------------------------------------------------------|----------------|
 * | {prices}:decisions | stream | PriceDecision in JSON as `decision`, in the order they were made       | never          |
 * | {prices}:standing  | hash   | recommendation id -> the last of its decisions, as in the stream       | never          |
 * | {notes}:written    | stream | KeptNote in JSON as `note`; `withdrawn` with the id of one, and when    | never          |
 * | {notes}:standing   | hash   | note id -> the note, as in the stream                                  | when withdrawn |
 * | {notes}:days       | zset   | note ids by their day, as the number 20261120                          | when withdrawn |
 * | {notes}:counts     | hash   | day and person id -> how many of theirs stand on it                    | never          |
 */
export const PRICE_DECISIONS = '{prices}:decisions';
export const PRICE_STANDING = '{prices}:standing';
export const NOTES_WRITTEN = '{notes}:written';
export const NOTES_STANDING = '{notes}:standing';
export const NOTES_DAYS = '{notes}:days';
export const NOTES_COUNTS = '{notes}:counts';
