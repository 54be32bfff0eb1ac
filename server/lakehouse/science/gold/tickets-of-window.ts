import type { Bench } from '../../bench.ts';
import type { Baskets } from '../rules/baskets.ts';

/** What is mined together: one format of stores in one season. */
export interface Part {
  readonly storeFormat: string;
  readonly season: string;
  /** Its baskets, the last one not included. */
  readonly from: number;
  readonly to: number;
}

/** Tickets with a sale in the window, by format, season, week and store; items are products. */
export interface WindowTickets extends Baskets {
  readonly parts: readonly Part[];
  /** First basket of each store's week, and the end. */
  readonly weekStarts: Int32Array;
  readonly fromDate: string;
  readonly asOfDate: string;
}

export const WINDOW_DAYS = 364;

/** Tickets in the order of what they are parted by, numbered; returns are nobody's basket. */
const TICKETS = `
  CREATE OR REPLACE TEMP TABLE basket_tickets AS
  SELECT store_id, transaction_id, store_format, season,
    CAST(row_number() OVER (ORDER BY store_format, season, week, store_id, transaction_id) - 1 AS INTEGER) AS basket,
    CAST(dense_rank() OVER (ORDER BY store_format, season, week, store_id) - 1 AS INTEGER) AS stratum
  FROM (
    SELECT l.store_id, l.transaction_id, coalesce(any_value(s.format), 'other') AS store_format,
      CASE WHEN month(min(business_date)) IN (3, 4, 5) THEN 'spring' WHEN month(min(business_date)) IN (6, 7, 8) THEN 'summer'
        WHEN month(min(business_date)) IN (9, 10, 11) THEN 'autumn' ELSE 'winter' END AS season,
      date_trunc('week', min(business_date)) AS week
    FROM silver.transaction_lines AS l
    LEFT JOIN silver.stores AS s ON s.store_id = l.store_id
    WHERE line_type = 'sale' AND business_date > (SELECT max(last_closed_date) - ${WINDOW_DAYS} FROM silver.lake_builds)
    GROUP BY l.store_id, l.transaction_id)`;

const PRODUCTS = `
  CREATE OR REPLACE TEMP TABLE basket_products AS
  SELECT product_id, CAST(row_number() OVER (ORDER BY product_id) - 1 AS INTEGER) AS number
  FROM (SELECT DISTINCT product_id FROM silver.transaction_lines WHERE line_type = 'sale')`;

const LINES = `
  SELECT DISTINCT t.basket AS basket, p.number AS item
  FROM silver.transaction_lines AS l
  JOIN basket_tickets AS t ON t.store_id = l.store_id AND t.transaction_id = l.transaction_id
  JOIN basket_products AS p ON p.product_id = l.product_id
  WHERE l.line_type = 'sale'
  ORDER BY basket, item`;

/** Reads them as a stream: what is held is eight bytes a line and ticket, whatever the chain's size. */
export async function readWindowTickets(bench: Bench): Promise<WindowTickets> {
  await bench.run(TICKETS);
  await bench.run(PRODUCTS);
  const [size] = await bench.rows<{ baskets: number; lines: number; fromDate: string; asOfDate: string }>(`
    SELECT CAST((SELECT count(*) FROM basket_tickets) AS INTEGER) AS baskets,
      CAST((SELECT count(*) FROM (${LINES})) AS INTEGER) AS lines,
      CAST(greatest(max(last_closed_date) - ${WINDOW_DAYS - 1}, min(first_date)) AS VARCHAR) AS "fromDate",
      CAST(max(last_closed_date) AS VARCHAR) AS "asOfDate" FROM silver.lake_builds`);
  if (!size) throw new RangeError('a lake without a build');
  const products = await bench.rows<{ product_id: string }>(
    'SELECT product_id FROM basket_products ORDER BY number',
  );
  const starts = new Int32Array(size.baskets + 1);
  const items = new Int32Array(size.lines);
  let filled = 0;
  for await (const [baskets = [], numbers = []] of bench.chunks(LINES))
    for (let row = 0; row < baskets.length; row++) {
      items[filled++] = numbers[row] as number;
      starts[(baskets[row] as number) + 1] = filled;
    }
  const parts = await bench.rows<{ storeFormat: string; season: string; from: number; to: number }>(`
    SELECT store_format AS "storeFormat", season, min(basket) AS "from", max(basket) + 1 AS "to"
    FROM basket_tickets GROUP BY ALL ORDER BY "from"`);
  const weeks = await bench.rows<{ first: number }>(
    'SELECT min(basket) AS first FROM basket_tickets GROUP BY stratum ORDER BY first',
  );
  return {
    ...{ starts, items, names: products.map(({ product_id }) => product_id) },
    parts: parts.map((part) => ({ ...part, to: Number(part.to) })),
    weekStarts: Int32Array.from([...weeks.map(({ first }) => first), size.baskets]),
    ...{ fromDate: size.fromDate, asOfDate: size.asOfDate },
  };
}
