import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { CHAIN, decemberFiles } from './stacks.ts';

/** Sales recomputed from the files as they were received, in SQL that shares nothing with the product's. Text, exact. */
export interface RawFigures {
  readonly netSales: string;
  readonly transactions: string;
  readonly units: string;
  /** Net sales ÷ transactions, to the penny. */
  readonly atv: string;
}

const FIGURES = `
  CAST(sum(net) AS decimal(18,2)) AS netSales,
  count(DISTINCT ticket) FILTER (goes_out) AS transactions,
  sum(quantity) AS units,
  CAST(round(sum(net) / count(DISTINCT ticket) FILTER (goes_out), 2) AS decimal(18,2)) AS atv`;

/** The tills' own lines of the generated chain; a line that was sent twice is the same line. */
export async function chainFigures(
  from: string,
  to: string,
  storeIds?: readonly string[],
): Promise<RawFigures> {
  const tills = join(CHAIN.lakeRoot, 'current/bronze/pos/till_lines/*.parquet');
  const stores = storeIds ? `AND store_code IN (${storeIds.map((id) => `'${id}'`).join(', ')})` : '';
  const [figures] = await rawRows(`
    WITH received AS (SELECT DISTINCT * EXCLUDE (source_file, source_line) FROM '${tills}')
    SELECT ${FIGURES} FROM (
      SELECT receipt_number AS ticket, kind = 'SALE' AS goes_out, CAST(quantity AS int) AS quantity,
        CAST(quantity AS int) * CAST(unit_price AS decimal(12,2)) - CAST(discount AS decimal(12,2)) AS net
      FROM received WHERE till_time[1:10] BETWEEN '${from}' AND '${to}' ${stores})`);
  return figures as unknown as RawFigures;
}

/** A product of a store that is wanted and well stocked, by the stock system and the tills alone: the dearest to lose. */
export async function shelfOf(
  store: string,
): Promise<{ productId: string; category: string; onHand: number }> {
  const bronze = (table: string) => `'${join(CHAIN.lakeRoot, 'current/bronze', table)}/*.parquet'`;
  const [row] = await rawRows(`
    WITH sold AS (
      SELECT DISTINCT * EXCLUDE (source_file, source_line) FROM ${bronze('pos/till_lines')} WHERE fulfilled_by = '${store}'
    ), moved AS (
      SELECT item_code, CAST(units AS int) AS units FROM ${bronze('inventory/stock_events')} WHERE store_code = '${store}'
      UNION ALL SELECT item_code, -CAST(quantity AS int) FROM sold
    ), wanted AS (
      SELECT item_code FROM sold GROUP BY 1
      HAVING count(*) FILTER (till_time >= (SELECT CAST(CAST(max(till_time) AS date) - 27 AS varchar) FROM sold)) > 40
    )
    SELECT item_code AS id, p.category AS category, sum(units) AS on_hand
    FROM moved JOIN wanted USING (item_code) JOIN ${bronze('head_office/product_list')} AS p USING (item_code)
    GROUP BY ALL HAVING sum(units) BETWEEN 15 AND 60 ORDER BY sum(units) DESC, item_code LIMIT 1`);
  return {
    productId: row?.['id'] ?? '',
    category: row?.['category'] ?? '',
    onHand: Number(row?.['on_hand']),
  };
}

/** Stores of the generated chain that head office does not list as closed on that day. */
export async function openStores(day: string): Promise<string[]> {
  const list = join(CHAIN.lakeRoot, 'current/bronze/head_office/store_list/*.parquet');
  const rows = await rawRows(`
    SELECT store_code AS id FROM '${list}' WHERE coalesce(closed_on, '9999-12-31') > '${day}' ORDER BY id`);
  return rows.map(({ id }) => id ?? '');
}

/** The published files of December 2010: goods are known by the shape of their code, cancellations by their invoice. */
export async function decemberFigures(from: string, to: string): Promise<RawFigures> {
  const [figures] = await rawRows(`
    SELECT ${FIGURES} FROM (
      SELECT InvoiceNo AS ticket, NOT starts_with(InvoiceNo, 'C') AS goes_out, CAST(Quantity AS int) AS quantity,
        CAST(Quantity AS int) * CAST(UnitPrice AS decimal(12,2)) AS net
      FROM (SELECT DISTINCT * FROM ${decemberCsv()})
      WHERE regexp_full_match(upper(StockCode), '\\d{5}[A-Z]*|DCGS\\d+|PADS') AND CAST(UnitPrice AS decimal(12,2)) > 0
        AND InvoiceDate[1:10] BETWEEN '${from}' AND '${to}')`);
  return figures as unknown as RawFigures;
}

/** Every row of the files, whatever it means. */
export async function decemberTotals(): Promise<{ rows: string; amount: string }> {
  const [totals] = await rawRows(`
    SELECT count(*) AS rows, CAST(sum(CAST(Quantity AS int) * CAST(UnitPrice AS decimal(12,2))) AS decimal(18,2)) AS amount
    FROM ${decemberCsv()}`);
  return totals as unknown as { rows: string; amount: string };
}

function decemberCsv(): string {
  return `read_csv('${decemberFiles()}/*.csv', all_varchar = true)`;
}

export async function rawRows(sql: string): Promise<Record<string, string>[]> {
  const duck = await DuckDBInstance.create(':memory:');
  const connection = await duck.connect();
  try {
    const reader = await connection.runAndReadAll(sql);
    return reader
      .getRowObjectsJson()
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])));
  } finally {
    connection.closeSync();
    duck.closeSync();
  }
}
