import { mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { LakeTable } from '#server/gold/table.ts';
import { products, storeDay } from '#server/gold/tables/gold.ts';
import { localType } from '#server/lakehouse/local-type.ts';
import { literal } from '#server/lakehouse/sql-text.ts';
import { withUnknownColumns } from '#server/lakehouse/with-unknown-columns.ts';

/** A lake for tests: products and store days, the other gold tables missing. */
export interface SampleLake {
  readonly root: string;
  /** Makes another build and points `current` at it, as the lakehouse does. Units of every store day are `units`. */
  build(buildId: string, units: number): Promise<void>;
  remove(): Promise<void>;
}

export const SAMPLE_DAYS = 100_000;

/** An empty lake root in the machine's temporary folder. */
export async function makeSampleLake(): Promise<SampleLake> {
  const root = await mkdtemp(join(tmpdir(), 'tds-lake-'));
  return {
    root,
    async build(buildId, units) {
      const gold = join(root, 'builds', buildId, 'gold');
      await write(
        storeDay,
        join(gold, 'store_day', 'year=2010', 'month=12', 'part-0.parquet'),
        `SELECT DATE '2010-12-01' + CAST(i % 31 AS int) AS business_date,
          'S' || CAST(i % 10 AS varchar) AS store_id, 'Côte d’Ivoire' AS country,
          CAST(i * 1.25 AS decimal(18,2)) AS gross_sales, CAST(0 AS decimal(18,2)) AS discounts,
          CAST(0 AS decimal(18,2)) AS returns, CAST(i * 1.25 AS decimal(18,2)) AS net_sales,
          CAST(${units} AS int) AS units, CAST(1 AS int) AS transactions
        FROM range(${SAMPLE_DAYS}) AS rows(i)`,
      );
      await write(
        products,
        join(gold, 'products', 'part-0.parquet'),
        `SELECT * FROM (VALUES ('P1', 'Mug', 'Kitchen'), ('P2', 'Bunting', NULL))
          AS products(product_id, product_name, category)`,
      );
      await symlink(join('builds', buildId), join(root, 'next'));
      await rename(join(root, 'next'), join(root, 'current'));
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function write(table: LakeTable, file: string, select: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const duck = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await duck.connect();
  try {
    const types = Object.entries(table.columns).map(([name, { sqlType }]) => [name, localType(sqlType)]);
    const rows = withUnknownColumns(select, Object.fromEntries(types));
    await connection.run(`COPY (${rows}) TO ${literal(file)} (FORMAT parquet)`);
  } finally {
    connection.closeSync();
    duck.closeSync();
  }
}
