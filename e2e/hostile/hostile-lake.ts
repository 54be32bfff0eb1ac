import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { HOSTILE_WORDS } from './hostile-words.ts';

// node e2e/hostile/hostile-lake.ts <lake> <other>: makes the other a lake like the first, with the same figures, in
// which every name bears something hostile. The same name bears the same everywhere, so that what is joined stays joined.
const NAMES: Readonly<Record<string, readonly string[]>> = {
  products: ['product_name', 'category', 'subcategory'],
  categories: ['category', 'parent_category'],
  stores: ['store_name', 'region'],
  supplier_performance: ['supplier_name'],
  affinity_rules: ['antecedent_name', 'consequent_name'],
  customer_categories: ['category'],
  competitor_prices: ['competitor'],
  forecast_levels: ['category'],
  forecast_totals: ['member'],
  placements: ['mailer_location', 'display_location'],
  coupon_campaigns: ['campaign_type'],
};

/** Tables the chain keeps nothing in, filled out of what it does keep, so that what they say is seen too. */
const FILLED: Readonly<Record<string, string>> = {
  placements: `SELECT store_id, product_id, min(business_date) AS from_date, max(business_date) AS to_date,
      concat('page ', hash(product_id) % 9) AS mailer_location, concat('end ', hash(product_id) % 5) AS display_location
    FROM sales_daily GROUP BY store_id, product_id`,
  coupon_campaigns: `SELECT concat('C', n) AS campaign_id, concat('kind ', n) AS campaign_type, DATE '2026-01-01' + CAST(n AS int) AS from_date,
      DATE '2026-02-01' + CAST(n AS int) AS to_date, CAST(n AS int) AS coupons, CAST(2 * n AS int) AS products FROM range(1, 9) AS r(n)`,
  campaign_responses: `SELECT concat('C', n) AS campaign_id, store_id, CAST(10 * n AS int) AS customers_mailed,
      CAST(n AS int) AS customers_redeeming, CAST(2 * n AS int) AS redemptions
    FROM (SELECT DISTINCT store_id FROM sales_daily), range(1, 9) AS r(n)`,
};

const [from = '', to = ''] = process.argv.slice(2);
const build = basename(readlinkSync(join(from, 'current')));
const copy = join(to, 'builds', build);
rmSync(to, { recursive: true, force: true });
mkdirSync(join(to, 'builds'), { recursive: true });
// Links to the same files: what is not written anew takes no time and no room.
execFileSync('cp', ['-al', join(from, 'builds', build), copy]);
cpSync(join(from, 'customer-hash-key'), join(to, 'customer-hash-key'));

const duck = await DuckDBInstance.create(':memory:');
const connection = await duck.connect();
const words = HOSTILE_WORDS.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ');
const hostile = (column: string) =>
  `CASE WHEN ${column} = '' THEN '' ELSE [${words}][1 + CAST(hash(${column}) % ${HOSTILE_WORDS.length} AS int)] || ' ' || ${column} END AS ${column}`;
await connection.run(
  `CREATE VIEW sales_daily AS SELECT * FROM read_parquet('${join(copy, 'gold', 'sales_daily', '**', '*.parquet')}')`,
);
for (const [table, select] of Object.entries(FILLED))
  for (const file of globSync(join(copy, 'gold', table, '**/*.parquet'))) {
    await connection.run(
      `COPY (SELECT * FROM read_parquet('${file}') UNION ALL BY NAME ${select}) TO '${file}.new' (FORMAT parquet)`,
    );
    renameSync(`${file}.new`, file);
  }
for (const [table, columns] of Object.entries(NAMES))
  for (const file of globSync(join(copy, 'gold', table, '**/*.parquet'))) {
    const written = columns.map(hostile).join(', ');
    await connection.run(
      `COPY (SELECT * REPLACE (${written}) FROM read_parquet('${file}', hive_partitioning = false)) TO '${file}.new' (FORMAT parquet)`,
    );
    renameSync(`${file}.new`, file);
  }
connection.closeSync();
duck.closeSync();
symlinkSync(join('builds', build), join(to, 'current'));
