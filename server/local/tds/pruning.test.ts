import assert from 'node:assert/strict';
import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { salesDaily } from '#server/gold/tables/gold.ts';
import { openBench } from '#server/lakehouse/bench.ts';
import { trialFolder } from '#server/lakehouse/trial.ts';
import { translateTsql } from '#server/lakehouse/tsql/translate-tsql.ts';
import { writeTable } from '#server/lakehouse/write-table.ts';
import { bytesRead, filesRead } from './file-reads.ts';
import { Lake } from './lake.ts';

/** Half a year over New Year, of forty stores and as many products as fill several row groups a month. */
const ROWS = `SELECT DATE '2025-10-01' + CAST(d AS INTEGER) AS business_date, format('S-{:03d}', s) AS store_id, format('P-{:04d}', p) AS product_id,
    CAST(hash(d, s, p) % 90000 / 100 AS DECIMAL(18,2)) AS gross_sales, 0 AS discounts, 0 AS returns,
    CAST(hash(d, s, p) % 90000 / 100 AS DECIMAL(18,2)) AS net_sales, 1 + hash(p, d) % 5 AS units
  FROM range(151) AS d(d), range(1, 41) AS s(s), range(150) AS p(p)`;

/** What the app sends for one region and a period: the months beside the days. */
const ASKED = (
  months: string,
) => `SELECT d.product_id AS productId, SUM(d.net_sales) AS netSales FROM gold.sales_daily AS d
  WHERE d.store_id IN ('S-003', 'S-004', 'S-005') AND (d.business_date BETWEEN @from AND @to AND ${months}) GROUP BY d.product_id`;
const NEEDED = ['store_id', 'business_date', 'product_id', 'net_sales'];

const cleanings: (() => void)[] = [];
const root = trialFolder({ after: (clean) => void cleanings.push(clean as () => void) });
let lake: Lake;

before(async () => {
  const bench = await openBench(join(root, 'made'), 'a');
  const { monthly: _, ...madeWhole } = salesDaily;
  await writeTable(bench, madeWhole, ROWS);
  mkdirSync(join(root, 'builds'));
  renameSync(bench.folder, join(root, 'builds', 'a'));
  bench.close();
  symlinkSync(join('builds', 'a'), join(root, 'current'));
  lake = new Lake({ root, database: 'retail', onMissingTable: () => {} });
});
after(() => {
  lake.close();
  for (const clean of cleanings) clean();
});

interface Cost {
  readonly files: readonly string[];
  readonly bytes: number;
}

async function costOf(months: string, from: string, to: string): Promise<Cost> {
  const { sql } = translateTsql(ASKED(months), { from: 'date', to: 'date' });
  const { connection, release } = await lake.lease();
  try {
    const prepared = await connection.prepare(sql);
    prepared.bind({ from, to });
    assert.ok((await prepared.runAndReadAll()).currentRowCount > 0);
    const files = (await filesRead(connection)).map((path) => path.replace(/.*sales_daily\//, ''));
    return { files, bytes: await bytesRead(connection) };
  } finally {
    release();
  }
}

/** Bytes of the chunks of the needed columns, of the row groups that may hold these stores: by the files' own footers. */
async function neededBytes(files: readonly string[]): Promise<number> {
  const duck = await DuckDBInstance.create(':memory:');
  const connection: DuckDBConnection = await duck.connect();
  const paths = files.map((file) => `'${join(root, 'current/gold/sales_daily', file)}'`).join(', ');
  const reader = await connection.runAndReadAll(`
    WITH chunks AS (SELECT * FROM parquet_metadata([${paths}])),
    groups AS (SELECT file_name, row_group_id FROM chunks
      WHERE path_in_schema = 'store_id' AND stats_min_value <= 'S-005' AND stats_max_value >= 'S-003')
    SELECT CAST(sum(total_compressed_size) AS DOUBLE) AS bytes FROM chunks JOIN groups USING (file_name, row_group_id)
    WHERE path_in_schema IN (${NEEDED.map((name) => `'${name}'`).join(', ')})`);
  connection.closeSync();
  duck.closeSync();
  return Number(reader.getRows()[0]?.[0]);
}

test('a month of one region reads the file of that month, and of it the columns and rows it needs', async () => {
  const { files, bytes } = await costOf(
    '(d.year = 2025 AND d.month BETWEEN 11 AND 11)',
    '2025-11-01',
    '2025-11-30',
  );
  assert.deepEqual(files, ['year=2025/month=11/part-0.parquet']);
  const needed = await neededBytes(files);
  assert.ok(bytes <= 1.1 * needed, `${bytes} bytes read, ${needed} needed`);
});

test('a period over New Year reads the files of its months', async () => {
  const months = '(d.year = 2025 AND d.month BETWEEN 12 AND 12 OR d.year = 2026 AND d.month BETWEEN 1 AND 1)';
  const { files, bytes } = await costOf(months, '2025-12-20', '2026-01-10');
  assert.deepEqual(files, ['year=2025/month=12/part-0.parquet', 'year=2026/month=01/part-0.parquet']);
  const needed = await neededBytes(files);
  assert.ok(bytes <= 1.1 * needed, `${bytes} bytes read, ${needed} needed`);
});

test('without months beside the days nearly every file has to be looked into', async () => {
  lake.close(); // It knows the footers by now.
  const { files } = await costOf('1 = 1', '2025-11-01', '2025-11-30');
  assert.ok(files.length >= 4, files.join(', '));
});
