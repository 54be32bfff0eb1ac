import type { BusinessDate } from '#lib/business-date.ts';

/**
 * Every name this product uses in Redis. What one script touches shares the hash tag of its partition (lib/partition.ts:
 * by store), so the same code runs on a cluster; the chain's totals are summed by the reader.
 *
 * | key                          | kind   | holds                                                         | leaves            |
 * |------------------------------|--------|---------------------------------------------------------------|-------------------|
 * | pos:{pN}:events              | stream | events as tills send them; field `event` = PosEvent in JSON   | 2 days, once read |
 * | pos:{pN}:dead                | stream | refused events: `entry`, `reason`, `event` (no card numbers)  | beyond 10,000     |
 * | pos:{pN}:counts              | hash   | events ever `applied`, `duplicate`, `dead`, `replayed`        | never             |
 * | pos:{pN}:accepted:<date>     | hash   | `<store>/<transaction id>` = the event, for each that counted | 7 days unchanged  |
 * |                              |        | on that business date: what repeats is known, and the close   |                   |
 * |                              |        | of day has exactly what was counted                           |                   |
 * | live:{pN}:day:<date>         | hash   | `<figure>:<store>` for STORE_FIGURES; `position:<store>`      | 7 days unchanged  |
 * | live:{pN}:windows:<date>     | hash   | `<figure>:<store>:<channel>:<n>` for WINDOW_FIGURES, n counts | 7 days unchanged  |
 * |                              |        | 5 minutes of event time from the date's midnight              |                   |
 * | live:{pN}:changes            | stream | a store's and a window's new whole figures after each event   | beyond 20,000     |
 * | stock:{pN}:<store>           | hash   | `counted:<product>` units, `countedAt:<product>` event time   | never             |
 * |                              |        | and id of that count, `moved:<product>` units since; on hand  |                   |
 * |                              |        | = counted + moved, unknown before the first count             |                   |
 * | stock:{pN}:<store>:moved:<date>| hash | `<product>` = units by which that day moved it, counts aside  | 7 days unchanged  |
 * | stock:{pN}:<store>:moves     | zset   | one move of one product by event time: the ledger             | beyond 20,000     |
 * | alerts:{alerts}:open         | hash   | `<rule>:<subject>` = AlertRecord in JSON, for what is over its| once it resolves  |
 * |                              |        | threshold, told or not yet                                    |                   |
 * | alerts:{alerts}:past         | stream | `alert` = AlertRecord in JSON and `resolvedAt`, once told     | beyond 5,000      |
 * | alerts:{alerts}:outbox       | stream | `news` = what the webhook is still to be told, in JSON        | once delivered    |
 * | alerts:{alerts}:watch        | string | which watch judges now; the others stand by                   | 15 s unrenewed    |
 * | floor:{floor}:stock          | hash   | `<store>` = StockFloor in JSON: cover, what runs out, doubts  | with its day      |
 * | closed:{closed}:<date>       | hash   | `<store>` = `<live>/<closed>` net sales in minor units, once  | never             |
 * |                              |        | the day is closed: how far the live figure was off            |                   |
 * | gold:version                 | string | GoldVersion in JSON: the build that closed a day last         | never             |
 * | live:clock                   | string | BusinessClock in JSON                                         | never             |
 * | shop-floor:{p0}:played:<date>| string | store-local time up to which the player has sent              | 7 days            |
 *
 * The watermark is no key: it is the latest `eventTime` of all stores, found while they are summed.
 */
export const POS_GROUP = 'hotpath';
/** Field of a POS stream entry that holds the event. */
export const POS_FIELD = 'event';
export const CLOCK_KEY = 'live:clock';
export const GOLD_VERSION = 'gold:version';

export const STORE_FIGURES = ['netSales', 'transactions', 'units', 'eventTime', 'countedAt'] as const;
export const WINDOW_FIGURES = ['netSales', 'transactions', 'units'] as const;
export const WINDOW_MINUTES = 5;

export const posStream = (partition: number) => `pos:{p${partition}}:events`;
export const deadStream = (partition: number) => `pos:{p${partition}}:dead`;
export const posCounts = (partition: number) => `pos:{p${partition}}:counts`;
export const changesStream = (partition: number) => `live:{p${partition}}:changes`;

export function acceptedKey(partition: number, date: BusinessDate): string {
  return `pos:{p${partition}}:accepted:${date}`;
}

export function closedKey(date: BusinessDate): string {
  return `closed:{closed}:${date}`;
}

export function dayKey(partition: number, date: BusinessDate): string {
  return `live:{p${partition}}:day:${date}`;
}

export function windowsKey(partition: number, date: BusinessDate): string {
  return `live:{p${partition}}:windows:${date}`;
}

export function stockKey(partition: number, storeId: string): string {
  return `stock:{p${partition}}:${storeId}`;
}

export function movesKey(partition: number, storeId: string): string {
  return `${stockKey(partition, storeId)}:moves`;
}

export function movedKey(partition: number, storeId: string, date: BusinessDate): string {
  return `${stockKey(partition, storeId)}:moved:${date}`;
}

export const ALERTS_OPEN = 'alerts:{alerts}:open';
export const ALERTS_PAST = 'alerts:{alerts}:past';
export const ALERTS_OUTBOX = 'alerts:{alerts}:outbox';
export const ALERTS_WATCH = 'alerts:{alerts}:watch';
export const STOCK_FLOOR = 'floor:{floor}:stock';

export function playedKey(date: BusinessDate): string {
  return `shop-floor:{p0}:played:${date}`;
}
