import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { CHAIN } from './stacks.ts';

/**
 * Stock, orders and deliveries recomputed from what the systems sent, and estimates read from the files of the statistics
 * themselves; in SQL that shares nothing with the product's. Text, exact.
 */
export type RawRow = Readonly<Record<string, string | null>>;

const sent = (table: string) => `'${join(CHAIN.lakeRoot, `current/bronze/*/${table}/*.parquet`)}'`;
const found = (table: string) => `'${join(CHAIN.lakeRoot, `current/gold/${table}/*.parquet`)}'`;
const LAST = "'2026-11-22'";
const inStores = (column: string, stores?: readonly string[]) =>
  stores ? `AND ${column} IN (${stores.map((id) => `'${id}'`).join(', ')})` : '';

/** Products in stores that trade, how many have nothing to sell, and units that can be sold. */
export async function stockOfRecord(stores?: readonly string[]): Promise<RawRow> {
  return one(`
    WITH kept AS (
      SELECT store_code, item_code, sum(CAST(units AS int)) AS units FROM ${sent('reservations')}
      WHERE reserved_on <= ${LAST} AND (released_on IS NULL OR released_on > ${LAST}) GROUP BY ALL
    ), stock AS (
      SELECT CAST(s.on_hand AS int) - coalesce(units, 0) AS available FROM ${sent('stock_list')} AS s
      JOIN ${sent('store_list')} AS t USING (store_code) LEFT JOIN kept USING (store_code, item_code)
      WHERE coalesce(t.closed_on, '9999-12-31') > ${LAST} ${inStores('s.store_code', stores)}
    )
    SELECT count(*) AS products, count(*) FILTER (available <= 0) AS empty, sum(available) AS available FROM stock`);
}

/** Lines promised in the 91 days up to the last closed one, and those that came whole by the promised day. */
export async function punctualLines(supplier: string | null, stores?: readonly string[]): Promise<RawRow> {
  return one(`
    WITH came AS (
      SELECT order_number, line_number, sum(CAST(units AS int)) FILTER (d.received_on <= o.promised_on) AS units
      FROM ${sent('deliveries')} AS d JOIN ${sent('order_lines')} AS o USING (order_number, line_number) GROUP BY ALL
    )
    SELECT count(*) AS due, count(*) FILTER (units >= CAST(ordered AS int)) AS punctual
    FROM ${sent('order_lines')} LEFT JOIN came USING (order_number, line_number)
    WHERE CAST(promised_on AS date) BETWEEN DATE ${LAST} - 90 AND DATE ${LAST}
      ${supplier ? `AND supplier_code = '${supplier}'` : ''} ${inStores('store_code', stores)}`);
}

/** Lines of a supplier of which more was expected on the last closed day. */
export async function awaitedLines(supplier: string): Promise<RawRow> {
  return one(`
    WITH came AS (SELECT order_number, line_number, sum(CAST(units AS int)) AS units FROM ${sent('deliveries')}
      WHERE received_on <= ${LAST} GROUP BY ALL)
    SELECT count(*) AS lines FROM ${sent('order_lines')} LEFT JOIN came USING (order_number, line_number)
    WHERE supplier_code = '${supplier}' AND coalesce(units, 0) < CAST(ordered AS int)
      AND (closed_on IS NULL OR closed_on > ${LAST})`);
}

/** What the statistics say to order: lines and units. */
export async function proposedOrders(stores?: readonly string[]): Promise<RawRow> {
  return one(`SELECT count(*) AS lines, sum(order_units) AS units FROM ${found('replenishment')}
    WHERE order_units > 0 ${inStores('store_id', stores)}`);
}

/** Units expected in the 30 days ahead: the sum over single products, which every level above must equal. */
export async function expectedOfProducts(stores?: readonly string[]): Promise<RawRow> {
  return one(`SELECT CAST(round(sum(mean_units)) AS bigint) AS units FROM ${found('demand_forecast')}
    WHERE true ${inStores('store_id', stores)}`);
}

/** What the trials of a store's own total came to, in whole percent. */
export async function storeTrial(store: string, method: string): Promise<RawRow> {
  return one(`SELECT CAST(round(100 * wape) AS int) AS wape, CAST(round(100 * abs(bias)) AS int) AS bias,
      CAST(round(100 * coverage_busy) AS int) AS coverage FROM ${found('forecast_store_accuracy')}
    WHERE store_id = '${store}' AND level_name = 'store' AND horizon = '1-30' AND method = '${method}'`);
}

async function one(sql: string): Promise<RawRow> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const [row = {}] = (
      await connection.runAndReadAll(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${sql})`)
    ).getRowObjectsJS();
    return row as RawRow;
  } finally {
    connection.closeSync();
  }
}
