import { join } from 'node:path';
import { rawRows } from './raw-figures.ts';
import { CHAIN } from './stacks.ts';

/*
 * What stores did, recomputed from the files as they were received. It shares nothing with the product: bronze text in,
 * plain SQL, figures out. Numbers here are for comparing, with decimals kept exact where they are money.
 */
const file = (path: string) => `'${join(CHAIN.lakeRoot, 'current/bronze', path, '*.parquet')}'`;

/** Till lines of some days; a line that was sent twice is the same line. */
const linesOf = (from: string, to: string) => `
  SELECT store_code, receipt_number, kind, channel, item_code, fulfilled_by, till_time[1:10] AS day, CAST(quantity AS int) AS quantity,
    CAST(quantity AS int) * CAST(unit_price AS decimal(12,2)) - CAST(discount AS decimal(12,2)) AS net
  FROM (SELECT DISTINCT * EXCLUDE (source_file, source_line) FROM ${file('pos/till_lines')}
    WHERE till_time[1:10] BETWEEN '${from}' AND '${to}')`;

/** One store over some days. Hours, visits and targets are whole sums; a store without a sale has no row. */
export interface RawStore {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly net: number;
  readonly tickets: number;
  readonly units: number;
  readonly cost: number;
  readonly counterNet: number;
  readonly counterTickets: number;
  readonly counterUnits: number;
  readonly visits: number;
  readonly hours: number;
  readonly planned: number;
  readonly target: number;
  readonly missing: number;
  readonly squareMetres: number;
  readonly days: number;
}

export async function rawStores(from: string, to: string): Promise<RawStore[]> {
  const rows = await rawRows(`
    WITH lines AS (${linesOf(from, to)}),
    sold AS (SELECT store_code, sum(net) AS net, count(DISTINCT receipt_number) FILTER (kind = 'SALE') AS tickets, sum(quantity) AS units,
        count(DISTINCT day) FILTER (kind = 'SALE') AS days,
        sum(net) FILTER (channel = 'store') AS counter_net, sum(quantity) FILTER (channel = 'store') AS counter_units,
        count(DISTINCT receipt_number) FILTER (kind = 'SALE' AND channel = 'store') AS counter_tickets
      FROM lines WHERE day BETWEEN '${from}' AND '${to}' GROUP BY store_code),
    costs AS (SELECT store_code, sum(quantity * CAST(unit_cost AS decimal(12,2))) AS cost
      FROM lines JOIN ${file('head_office/price_list')} AS p ON p.item_code = lines.item_code AND day >= p.valid_from AND (p.valid_to IS NULL OR day < p.valid_to)
      WHERE day BETWEEN '${from}' AND '${to}' GROUP BY store_code),
    worked AS (SELECT store_code, sum(CAST(visits AS int)) AS visits, sum(CAST(labour_hours AS decimal(12,2))) AS hours,
        sum(CAST(planned_hours AS decimal(12,2))) AS planned
      FROM ${file('head_office/store_activity')} WHERE day BETWEEN '${from}' AND '${to}' GROUP BY store_code),
    asked AS (SELECT store_code, sum(CAST(net_sales_target AS decimal(12,2))) AS target
      FROM ${file('head_office/targets')} WHERE day BETWEEN '${from}' AND '${to}' GROUP BY store_code),
    counted AS (SELECT store_code, sum(-CAST(units AS int) * CAST(unit_cost AS decimal(12,2))) AS missing
      FROM ${file('inventory/stock_events')} AS e JOIN ${file('head_office/price_list')} AS p
        ON p.item_code = e.item_code AND e.day >= p.valid_from AND (p.valid_to IS NULL OR e.day < p.valid_to)
      WHERE kind = 'count' AND e.day BETWEEN '${from}' AND '${to}' GROUP BY store_code)
    SELECT s.store_code AS id, store_name AS name, region, net, tickets, units, cost, coalesce(counter_net, 0) AS "counterNet",
      coalesce(counter_tickets, 0) AS "counterTickets", coalesce(counter_units, 0) AS "counterUnits", visits, hours, planned, target,
      coalesce(missing, 0) AS missing, square_metres AS "squareMetres", days
    FROM sold AS s JOIN ${file('head_office/store_list')} USING (store_code) LEFT JOIN costs USING (store_code)
    LEFT JOIN worked USING (store_code) LEFT JOIN asked USING (store_code) LEFT JOIN counted USING (store_code) ORDER BY id`);
  const texts = new Set(['id', 'name', 'region']);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, texts.has(key) ? value : Number(value)]),
    ),
  ) as unknown as RawStore[];
}

/** Stores that were open before a day, not shut by the end of the days, and not in works on those days or on those of the basis. */
export async function rawCompStores(
  openedBy: string,
  [from, to]: readonly [string, string],
  [basisFrom, basisTo]: readonly [string, string],
): Promise<string[]> {
  const rows = await rawRows(`
    SELECT store_code AS id FROM ${file('head_office/store_list')}
    WHERE opened_on <= '${openedBy}' AND (closed_on IS NULL OR closed_on > '${to}')
      AND NOT coalesce((remodel_from <= '${to}' AND remodel_to >= '${from}') OR (remodel_from <= '${basisTo}' AND remodel_to >= '${basisFrom}'), false)
    ORDER BY id`);
  return rows.map(({ id }) => id ?? '');
}

/**
 * Of each store: ranged products over the closes of the days it was open, and those with a unit on hand. From the stock list
 * at the close of the last day held, going back over every movement since.
 * @param to the last day held
 */
export async function rawShelves(
  from: string,
  to: string,
): Promise<{ id: string; ranged: number; there: number }[]> {
  const rows = await rawRows(`
    WITH moved AS (
      SELECT store_code, item_code, day, sum(units) AS units FROM (
        SELECT store_code, item_code, day, CAST(units AS int) AS units FROM ${file('inventory/stock_events')} WHERE day > '${from}'
        UNION ALL SELECT fulfilled_by, item_code, day, -quantity FROM (${linesOf(from, to)}))
      GROUP BY store_code, item_code, day),
    closes AS (SELECT strftime(d, '%Y-%m-%d') AS day FROM range(DATE '${from}', DATE '${to}' + 1, INTERVAL 1 DAY) AS r(d)),
    since AS (SELECT m.store_code, m.item_code, c.day, sum(units) AS units FROM moved AS m JOIN closes AS c ON m.day > c.day GROUP BY ALL)
    SELECT store_code AS id, count(*) AS ranged, count(*) FILTER (CAST(l.on_hand AS int) - coalesce(since.units, 0) > 0) AS there
    FROM ${file('inventory/stock_list')} AS l CROSS JOIN closes
    JOIN ${file('head_office/store_list')} USING (store_code)
    LEFT JOIN since USING (store_code, item_code, day)
    WHERE closes.day >= opened_on AND (closed_on IS NULL OR closes.day < closed_on)
      AND NOT coalesce(closes.day BETWEEN remodel_from AND remodel_to, false)
    GROUP BY store_code`);
  return rows.map(({ id = '', ranged, there }) => ({ id, ranged: Number(ranged), there: Number(there) }));
}

/** Products of a store without a unit on hand in its stock list, by its own record. */
export async function rawEmptyShelves(storeId: string): Promise<string[]> {
  const rows = await rawRows(`
    SELECT item_code AS id FROM ${file('inventory/stock_list')}
    WHERE store_code = '${storeId}' AND CAST(on_hand AS int) <= 0 ORDER BY id`);
  return rows.map(({ id }) => id ?? '');
}

/** One weekday of a store, over the days on which the tills of its floor sold: sums of what was counted and worked. */
export interface RawWeekday {
  /** ISO: 1 = Monday. */
  readonly weekday: number;
  readonly days: number;
  readonly visits: number;
  readonly tickets: number;
  readonly hours: number;
  readonly planned: number;
  readonly net: number;
}

export async function rawWeekdays(storeId: string, from: string, to: string): Promise<RawWeekday[]> {
  const rows = await rawRows(`
    WITH sold AS (SELECT day, sum(net) AS net, count(DISTINCT receipt_number) FILTER (kind = 'SALE' AND channel = 'store') AS tickets
      FROM (${linesOf(from, to)}) WHERE store_code = '${storeId}' GROUP BY day)
    SELECT isodow(CAST(day AS date)) AS weekday, count(*) AS days, sum(CAST(visits AS int)) AS visits, sum(tickets) AS tickets,
      sum(CAST(labour_hours AS decimal(12,2))) AS hours, sum(CAST(planned_hours AS decimal(12,2))) AS planned, sum(net) AS net
    FROM ${file('head_office/store_activity')} JOIN sold USING (day)
    WHERE store_code = '${storeId}' AND tickets > 0 GROUP BY weekday ORDER BY weekday`);
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number(value)])),
  ) as unknown as RawWeekday[];
}
