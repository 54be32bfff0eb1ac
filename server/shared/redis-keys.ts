import type { BusinessDate } from '#lib/business-date.ts';

/**
 * Every name this product uses in Redis. What one script touches shares the hash tag of its partition, so the same
 * code runs on a cluster; the chain's totals are summed by the reader.
 *
 * | key                          | kind   | holds                                                        | leaves            |
 * |------------------------------|--------|--------------------------------------------------------------|-------------------|
 * | pos:{p0}:events              | stream | tickets as tills send them; field `event` = PosEvent in JSON | 2 days, once read |
 * | pos:{p0}:dead                | stream | refused tickets: `entry`, `reason`, `event`                  | beyond 10,000     |
 * | pos:{p0}:counts              | hash   | tickets ever `applied`, `duplicate`, `dead`                  | never             |
 * | pos:{p0}:seen:<date>         | set    | `<store>/<transaction id>` counted on that business date    | 7 days unchanged  |
 * | live:{p0}:day:<date>         | hash   | `<figure>:<store>` for the figures of STORE_FIGURES          | 7 days unchanged  |
 * | live:{p0}:changes            | stream | a store's new whole figures after each ticket                | beyond 20,000     |
 * | live:clock                   | string | BusinessClock in JSON                                        | never             |
 * | shop-floor:{p0}:played:<date>| string | store-local time up to which the player has sent             | 7 days            |
 */
const PARTITION = '{p0}';

export const POS_STREAM = `pos:${PARTITION}:events`;
export const POS_GROUP = 'hotpath';
/** Field of a POS stream entry that holds the ticket. */
export const POS_FIELD = 'event';
export const DEAD_STREAM = `pos:${PARTITION}:dead`;
export const POS_COUNTS = `pos:${PARTITION}:counts`;
export const LIVE_STREAM = `live:${PARTITION}:changes`;
export const CLOCK_KEY = 'live:clock';

export const STORE_FIGURES = ['netSales', 'transactions', 'units', 'eventTime', 'countedAt'] as const;

export function seenKey(date: BusinessDate): string {
  return `pos:${PARTITION}:seen:${date}`;
}

export function dayKey(date: BusinessDate): string {
  return `live:${PARTITION}:day:${date}`;
}

export function playedKey(date: BusinessDate): string {
  return `shop-floor:${PARTITION}:played:${date}`;
}
