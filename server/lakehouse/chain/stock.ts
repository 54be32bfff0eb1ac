import { addDays } from '#lib/business-date.ts';
import type { Bench } from '../bench.ts';
import { type ChainPlan, firstDay } from './chain-plan.ts';
import { UNITS_PER_LINE } from './trade.ts';
import { transfer } from './transfers.ts';

/** Weeks beyond the lead time that an order is meant to last. */
const WEEKS_COVERED = 2;
/** Every product in every store is counted once in so many weeks. */
const WEEKS_BETWEEN_COUNTS = 13;
/** Share of ranged products whose stock vanishes once without a record. */
const PHANTOM_SHARE = 0.012;

/** SELECT of what stores expect to need in a week, from what is `expected` in it. */
export const NEEDS = `
  SELECT store_code, item_code, CAST(week AS INTEGER) AS week, ${UNITS_PER_LINE} * sum(expected) AS need
  FROM expected GROUP BY ALL`;

/** Makes the tables that the play keeps, from what is needed in every week. */
export async function openStock(bench: Bench): Promise<void> {
  for (const statement of START) await bench.run(statement);
}

/**
 * Plays a week of the stock of every store, after the week before: count, order, receive, sell what is there of the
 * `wished_lines`. Moves `stock` and adds to `deliveries`, `order_lines`, `transfers`, `stock_events` (what the stock system
 * records beside sales) and `sold_cells` (units sold by store, product and day: less than wished where the shelf was
 * empty). The record and the shelf part where goods vanish; orders follow the record, sales the shelf.
 */
export async function playWeek(bench: Bench, plan: ChainPlan, week: number): Promise<void> {
  const monday = `DATE '${addDays(firstDay(plan), 7 * week)}'`;
  for (const statement of week === 0 ? [opening(monday)] : [shrink(week), ...count(week, monday)])
    await bench.run(statement);
  for (const statement of [...transfer(week, monday), ...order(week, monday), ...settle(week, monday)])
    await bench.run(statement);
}

/** Begins `sold_cells` anew, as for every period. */
export const NOTHING_SOLD =
  'CREATE OR REPLACE TEMP TABLE sold_cells (store_code VARCHAR, item_code VARCHAR, day DATE, wished INTEGER, sold INTEGER)';

const START = [
  // Orders look beyond the last day: trade is expected to go on as in the last weeks.
  `INSERT INTO needs SELECT store_code, item_code, last + ahead, avg(need)
    FROM needs, (SELECT max(week) AS last FROM needs), range(1, 7) AS a(ahead)
    WHERE week > last - 4 GROUP BY store_code, item_code, last, ahead HAVING max(week) = last`,
  `CREATE TEMP TABLE stock AS SELECT store_code, item_code, supplier_code, pack_size, lead_time_days,
      concat(store_code, item_code) AS pair, 0 AS shelf, 0 AS record, 0 AS coming FROM range_list`,
  'CREATE TEMP TABLE order_lines (order_number VARCHAR, line_number INTEGER, supplier_code VARCHAR, store_code VARCHAR, item_code VARCHAR, ordered_on DATE, promised_on DATE, ordered INTEGER, closed_on DATE)',
  'CREATE TEMP TABLE deliveries (order_number VARCHAR, line_number INTEGER, store_code VARCHAR, item_code VARCHAR, received_on DATE, units INTEGER)',
  'CREATE TEMP TABLE stock_events (store_code VARCHAR, item_code VARCHAR, day DATE, kind VARCHAR, reference VARCHAR, units INTEGER)',
  'CREATE TEMP TABLE transfers (transfer_number VARCHAR, line_number INTEGER, from_store VARCHAR, to_store VARCHAR, item_code VARCHAR, shipped_on DATE, received_on DATE, units INTEGER, week INTEGER)',
  'CREATE TEMP TABLE vanished (store_code VARCHAR, item_code VARCHAR, week INTEGER, units INTEGER)',
];

/** The play begins with stock for the lead time and the cover, as if it had gone on before. */
const opening = (monday: string) => `
  UPDATE stock SET shelf = n.units, record = n.units FROM (
    SELECT s.store_code, s.item_code, CAST(ceil(coalesce(sum(need) * 1.2 + 2, 0)) AS INTEGER) AS units
    FROM stock AS s LEFT JOIN needs AS n ON n.store_code = s.store_code AND n.item_code = s.item_code
      AND n.week < ${WEEKS_COVERED} + lead_time_days // 7
    GROUP BY ALL) AS n
  WHERE n.store_code = stock.store_code AND n.item_code = stock.item_code;
  INSERT INTO stock_events SELECT store_code, item_code, ${monday}, 'opening', 'opening', record FROM stock`;

/** A unit or two go astray now and then; of a few products all goes at once, and only a count will tell. */
const shrink = (week: number) => `
  INSERT INTO vanished SELECT store_code, item_code, ${week}, units FROM (
    SELECT store_code, item_code, CASE
      WHEN uniform('phantom', pair) < ${PHANTOM_SHARE} AND floor(40 * uniform('phantom week', pair)) = ${week} % 40 THEN shelf
      WHEN uniform('astray', concat(pair, ${week})) < 0.004
        THEN least(shelf, CAST(1 + floor(2 * uniform('astray units', concat(pair, ${week}))) AS INTEGER))
      ELSE 0 END AS units FROM stock) WHERE units > 0;
  UPDATE stock SET shelf = shelf - v.units FROM vanished AS v
    WHERE v.week = ${week} AND v.store_code = stock.store_code AND v.item_code = stock.item_code`;

const count = (week: number, monday: string) => [
  `INSERT INTO stock_events SELECT store_code, item_code, ${monday}, 'count', concat('COUNT-', ${week}), shelf - record
    FROM stock WHERE shelf <> record AND ${isCounted(week)}`,
  `UPDATE stock SET record = shelf WHERE ${isCounted(week)}`,
];

const isCounted = (week: number) =>
  `(floor(${WEEKS_BETWEEN_COUNTS} * uniform('count week', pair)) + ${week}) % ${WEEKS_BETWEEN_COUNTS} = 0`;

/** Orders up to what the lead time and the cover will need, in whole packs, once the position falls below the lead time's. */
const order = (week: number, monday: string) => [
  `INSERT INTO order_lines
    SELECT order_number, row_number() OVER (PARTITION BY order_number ORDER BY item_code), supplier_code, store_code,
      item_code, ${monday}, ${monday} + CAST(lead_time_days AS INTEGER), units, NULL
    FROM (
      SELECT s.store_code, s.item_code, supplier_code, lead_time_days,
        concat('PO-', substr(s.store_code, 3), '-', substr(supplier_code, 3), '-', strftime(${monday}, '%y%m%d')) AS order_number,
        CAST(ceil((up_to - record - coming) / pack_size) * pack_size AS INTEGER) AS units
      FROM stock AS s JOIN (
        SELECT s.store_code, s.item_code, 2 + 1.25 * sum(need) AS up_to,
          1 + 1.25 * coalesce(sum(need) FILTER (n.week <= ${week} + lead_time_days // 7), 0) AS reorder_point
        FROM stock AS s JOIN needs AS n ON n.store_code = s.store_code AND n.item_code = s.item_code
          AND n.week BETWEEN ${week} AND ${week + WEEKS_COVERED} + lead_time_days // 7
        GROUP BY ALL
      ) AS d ON d.store_code = s.store_code AND d.item_code = s.item_code
      WHERE record + coming < reorder_point)`,
  // A short delivery is made good a week later, or never: then the line is closed.
  `INSERT INTO deliveries
    WITH due AS (
      SELECT o.*, concat(order_number, '/', line_number) AS key, late_share, short_share FROM order_lines AS o
      JOIN suppliers USING (supplier_code) WHERE ordered_on = ${monday}
    ), first AS (
      SELECT *, promised_on - CAST(floor(2 * uniform('early', key)) AS INTEGER)
          + CASE WHEN uniform('late', order_number) < late_share
              THEN CAST(2 + floor(6 * uniform('days late', order_number)) AS INTEGER) ELSE 0 END AS arrival,
        CASE WHEN uniform('short', key) < short_share
          THEN CAST(floor(ordered * (0.4 + 0.5 * uniform('share', key))) AS INTEGER) ELSE ordered END AS units
      FROM due)
    SELECT order_number, line_number, store_code, item_code, arrival, units FROM first WHERE units > 0
    UNION ALL SELECT order_number, line_number, store_code, item_code, arrival + 7, ordered - units
      FROM first WHERE units < ordered AND uniform('made good', key) < 0.5`,
  `UPDATE stock SET coming = coming + d.units FROM (
      SELECT store_code, item_code, CAST(sum(units) AS INTEGER) AS units FROM deliveries
      JOIN order_lines USING (order_number, line_number, store_code, item_code) WHERE ordered_on = ${monday} GROUP BY ALL
    ) AS d WHERE d.store_code = stock.store_code AND d.item_code = stock.item_code`,
];

/**
 * What is sold of what is wished, day by day: with D wished and A there in all up to a day, the unmet demand up to it
 * is the greatest D - A so far, since nobody comes back for what was not there.
 */
const settle = (week: number, monday: string) => [
  `CREATE OR REPLACE TEMP TABLE week_flows AS
    WITH flows AS (
      SELECT store_code, item_code, day, CAST(sum(wished) AS INTEGER) AS wished, CAST(sum(arrived) AS INTEGER) AS arrived FROM (
        SELECT store_code, item_code, day, sum(units) AS wished, 0 AS arrived FROM wished_lines WHERE week = ${week} GROUP BY ALL
        UNION ALL SELECT store_code, item_code, received_on, 0, units FROM deliveries
          WHERE ${inWeek(monday)}
        UNION ALL SELECT to_store, item_code, received_on, 0, units FROM transfers WHERE ${inWeek(monday)}) GROUP BY ALL
    ), totals AS (
      SELECT f.*, sum(wished) OVER so_far AS wanted, shelf + sum(arrived) OVER so_far AS there
      FROM flows AS f JOIN stock USING (store_code, item_code)
      WINDOW so_far AS (PARTITION BY store_code, item_code ORDER BY day ROWS UNBOUNDED PRECEDING)
    ), unmet AS (
      SELECT *, greatest(0, max(wanted - there) OVER (PARTITION BY store_code, item_code ORDER BY day
        ROWS UNBOUNDED PRECEDING)) AS missed FROM totals)
    SELECT store_code, item_code, day, wished, arrived,
      CAST(wished - (missed - coalesce(lag(missed) OVER (PARTITION BY store_code, item_code ORDER BY day), 0)) AS INTEGER)
        AS sold FROM unmet`,
  'INSERT INTO sold_cells SELECT store_code, item_code, day, wished, sold FROM week_flows WHERE wished > 0',
  `UPDATE stock SET shelf = shelf + f.change, record = record + f.change, coming = coming - f.arrived FROM (
      SELECT store_code, item_code, CAST(sum(arrived - sold) AS INTEGER) AS change, CAST(sum(arrived) AS INTEGER) AS arrived
      FROM week_flows GROUP BY ALL
    ) AS f WHERE f.store_code = stock.store_code AND f.item_code = stock.item_code`,
];

const inWeek = (monday: string) => `received_on >= ${monday} AND received_on < ${monday} + 7`;

/** SELECT of the order lines, with the day on which one that fell short for good was closed. */
export const ORDER_LINES = `
  SELECT o.* REPLACE (CASE WHEN coalesce(units, 0) < ordered THEN promised_on + 14 END AS closed_on)
  FROM order_lines AS o LEFT JOIN (SELECT order_number, line_number, sum(units) AS units FROM deliveries GROUP BY ALL)
    USING (order_number, line_number)`;
