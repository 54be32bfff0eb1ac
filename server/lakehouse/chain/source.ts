import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { codeSql, moneySql, timeSql, wholeNumberSql } from '../received-text.ts';
import type { Source } from '../source.ts';
import { literal } from '../sql-text.ts';
import type { ChainPlan } from './chain-plan.ts';
import { demandSql, productsSql, storesSql, uniformMacro } from './master-data.ts';
import { TILL_COLUMNS, tillLinesSql } from './tills.ts';
import { daysSql, PROMOTIONS, SOLD, TICKETS } from './trade.ts';

/** A made-up British homeware chain. It stops at bronze, as tills would; from there on its rows are anybody's. */
export function generatedChain(plan: ChainPlan): Source {
  return {
    name: `Made-up chain, seed ${plan.seed}`,
    currency: 'GBP',
    timeZone: 'Europe/London',
    writeBronze: (bench, report) => writeChain(bench, plan, report),
    readings: READINGS,
    received: `SELECT count(*) AS row_count,
      CAST(sum(CAST(quantity AS INTEGER) * CAST(unit_price AS DECIMAL(18,2))) AS DECIMAL(18,2)) AS amount
      FROM bronze.till_lines`,
    products: 'SELECT item_code AS product_id, item_name AS product_name, category FROM bronze.product_list',
    stores: 'SELECT store_code AS store_id, store_name, region, format FROM bronze.store_list',
  };
}

const READINGS = `
  SELECT l.source_file, l.source_line,
    row_number() OVER (PARTITION BY ${TILL_COLUMNS.map((name) => `l.${name}`).join(', ')}
      ORDER BY l.source_file, l.source_line) AS copy,
    CASE l.kind WHEN 'RETURN' THEN 'cancellation' ELSE 'sale' END AS document,
    ${codeSql('l.receipt_number')} AS transaction_id, ${codeSql('l.store_code')} AS store_id,
    'store' AS channel, 'United Kingdom' AS country, ${timeSql('l.till_time')} AS event_time,
    upper(${codeSql('l.item_code')}) AS product_id, p.item_code IS NOT NULL AS is_product,
    p.item_name AS description, ${codeSql('l.card')} AS customer_id,
    ${wholeNumberSql('l.quantity')} AS quantity, ${moneySql('l.unit_price')} AS unit_price,
    ${moneySql('l.discount')} AS discount_amount
  FROM bronze.till_lines AS l LEFT JOIN bronze.product_list AS p ON p.item_code = upper(trim(l.item_code))`;

async function writeChain(bench: Bench, plan: ChainPlan, report: (line: string) => void): Promise<void> {
  await bench.run(uniformMacro(plan.seed));
  const steps = {
    store_list: storesSql(plan),
    product_list: productsSql(plan),
    demand: demandSql(),
    days: daysSql(plan),
    promotions: PROMOTIONS,
    tickets: TICKETS,
    sold: SOLD,
  };
  for (const [name, select] of Object.entries(steps)) {
    report(`making ${name}`);
    await bench.run(`CREATE TABLE ${name} AS ${select}`);
  }
  await writeReceived(bench, 'store_list', storeList, report);
  await writeReceived(bench, 'product_list', productList, report);
  await writeReceived(bench, 'till_lines', tillLinesSql(plan), report);
  for (const name of Object.keys(steps)) await bench.run(`DROP TABLE ${name}`);
}

const storeList = `SELECT store_code, store_name, region, format, CAST(square_metres AS VARCHAR) AS square_metres
  FROM store_list ORDER BY store_code`;
const productList = `SELECT item_code, item_name, category, CAST(list_price AS VARCHAR) AS list_price
  FROM product_list ORDER BY item_code`;

async function writeReceived(bench: Bench, name: string, select: string, report: (line: string) => void) {
  const folder = join(bench.folder, 'bronze', name);
  mkdirSync(folder, { recursive: true });
  const file = literal(join(folder, 'part-0.parquet'));
  await bench.run(`COPY (${select}) TO ${file} (FORMAT parquet, COMPRESSION zstd)`);
  await bench.run(`CREATE VIEW bronze.${name} AS SELECT * FROM read_parquet(${file})`);
  const [written] = await bench.rows<{ rows: number }>(
    `SELECT CAST(count(*) AS INTEGER) AS rows FROM bronze.${name}`,
  );
  report(`${name}: ${written?.rows.toLocaleString('en-GB')} rows`);
}
