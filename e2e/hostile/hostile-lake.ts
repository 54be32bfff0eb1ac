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
