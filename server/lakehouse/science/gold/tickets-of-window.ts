import type { Bench } from '../../bench.ts';
import type { Baskets } from '../rules/baskets.ts';

/** What is mined together: baskets of one format of stores in one season. */
export interface Part {
  readonly storeFormat: string;
  readonly season: string;
  /** Its baskets, the last one not included. */
  readonly from: number;
  readonly to: number;
}

/** Tickets with a sale in the window, by week, format and store; items are products. */
export interface WindowTickets extends Baskets {
  readonly parts: readonly Part[];
  /** First basket of each store's week, and the end. */
  readonly weekStarts: Int32Array;
  readonly fromDate: string;
  readonly asOfDate: string;
}

export const WINDOW_DAYS = 364;

/** SQL: sales of the window; returns are nobody's basket. */
export const SOLD_IN_WINDOW = `line_type = 'sale'
  AND business_date > (SELECT max(last_closed_date) - ${WINDOW_DAYS} FROM silver.lake_builds)`;

const PRODUCTS = `
  SELECT product_id FROM (SELECT DISTINCT product_id FROM silver.transaction_lines WHERE line_type = 'sale')
  ORDER BY product_id`;

const STORES = `
  CREATE OR REPLACE TEMP TABLE basket_stores AS
  SELECT store_id, store_format, CAST(row_number() OVER (ORDER BY store_format, store_id) - 1 AS INTEGER) AS number
  FROM (SELECT DISTINCT l.store_id, coalesce(s.format, 'other') AS store_format
    FROM silver.transaction_lines AS l LEFT JOIN silver.stores AS s ON s.store_id = l.store_id)`;

/** Weeks, cut where a season ends within one. */
const SPANS = `
  SELECT season, CAST(min(business_date) AS VARCHAR) AS first, CAST(max(business_date) AS VARCHAR) AS last,
    CAST(sum(lines) AS INTEGER) AS lines
  FROM (
    SELECT business_date, count(*) AS lines, date_trunc('week', business_date) AS week,
      CASE WHEN month(business_date) IN (3, 4, 5) THEN 'spring' WHEN month(business_date) IN (6, 7, 8) THEN 'summer'
        WHEN month(business_date) IN (9, 10, 11) THEN 'autumn' ELSE 'winter' END AS season
    FROM silver.transaction_lines WHERE ${SOLD_IN_WINDOW} GROUP BY business_date)
  GROUP BY week, season ORDER BY first`;

interface Span {
  readonly season: string;
  readonly first: string;
  readonly last: string;
  readonly lines: number;
}

/** Every product of every ticket of some days once, ticket by ticket and store by store. */
const soldSql = ({ first, last }: Span) => `
  SELECT DISTINCT ticket, store, item FROM (
    SELECT CAST(dense_rank() OVER (ORDER BY s.number, l.transaction_id) AS INTEGER) AS ticket, s.number AS store,
      CAST(p.number AS INTEGER) AS item
    FROM silver.transaction_lines AS l
    JOIN basket_stores AS s ON s.store_id = l.store_id
    JOIN basket_numbers AS p ON p.product_id = l.product_id
    WHERE l.line_type = 'sale' AND l.business_date BETWEEN DATE '${first}' AND DATE '${last}')
  ORDER BY ticket, item`;

/**
 * Reads them week by week as a stream: what is held is eight bytes a line and ticket, and the database sorts a week at
 * once, whatever the chain's size. Leaves `basket_products`, each product's number and the share of baskets it is in.
 */
export async function readWindowTickets(bench: Bench): Promise<WindowTickets> {
  await bench.run(STORES);
  const names = (await bench.rows<{ product_id: string }>(PRODUCTS)).map(({ product_id }) => product_id);
  const numbered = [
    { name: 'product_id', holds: 'text' },
    { name: 'number', holds: 'figure' },
  ] as const;
  await bench.keep(
    'basket_numbers',
    numbered,
    names.map((name, number) => [name, number]),
  );
  const formats = new Map(
    (
      await bench.rows<{ number: number; format: string }>(
        'SELECT number, store_format AS format FROM basket_stores',
      )
    ).map(({ number, format }) => [number, format]),
  );
  const spans = await bench.rows<{ season: string; first: string; last: string; lines: number }>(SPANS);
  const lines = spans.reduce((sum, span) => sum + span.lines, 0);
  // Room that is never written to is never taken.
  const [starts, items, weekStarts] = [new Int32Array(lines + 1), new Int32Array(lines), [] as number[]];
  const parts: Part[] = [];
  const inBaskets = new Int32Array(names.length);
  let [baskets, filled] = [0, 0];
  for (const span of spans) {
    let [ticket, store, storeFormat, from] = [0, -1, '', baskets];
    const endPart = () => {
      if (baskets > from) parts.push({ storeFormat, season: span.season, from, to: baskets });
      from = baskets;
    };
    for await (const [tickets = [], stores = [], found = []] of bench.chunks(soldSql(span)))
      for (let row = 0; row < tickets.length; row++) {
        if (stores[row] !== store) {
          store = stores[row] as number;
          const format = formats.get(store) as string;
          if (format !== storeFormat) endPart();
          storeFormat = format;
          weekStarts.push(baskets);
        }
        if (tickets[row] !== ticket) {
          ticket = tickets[row] as number;
          baskets++;
        }
        const item = found[row] as number;
        items[filled++] = item;
        inBaskets[item] = (inBaskets[item] as number) + 1;
        starts[baskets] = filled;
      }
    endPart();
  }
  await bench.keep(
    'basket_products',
    [...numbered, { name: 'share', holds: 'figure' }],
    names.map((name, number) => [name, number, (inBaskets[number] as number) / baskets]),
  );
  return {
    ...{ starts: starts.subarray(0, baskets + 1), items: items.subarray(0, filled), names, parts },
    weekStarts: Int32Array.from([...weekStarts, baskets]),
    ...(await windowOf(bench)),
  };
}

async function windowOf(bench: Bench): Promise<{ fromDate: string; asOfDate: string }> {
  const [window] = await bench.rows<{ fromDate: string; asOfDate: string }>(`
    SELECT CAST(greatest(max(last_closed_date) - ${WINDOW_DAYS - 1}, min(first_date)) AS VARCHAR) AS "fromDate",
      CAST(max(last_closed_date) AS VARCHAR) AS "asOfDate" FROM silver.lake_builds`);
  if (!window) throw new RangeError('a lake without a build');
  return window;
}
