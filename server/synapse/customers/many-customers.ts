import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Column, LakeTable } from '#server/gold/table.ts';
import { dataQuality } from '#server/gold/tables/build.ts';
import { customerNumbers } from '#server/gold/tables/customer-records.ts';
import { customerPredictions } from '#server/gold/tables/customer-science.ts';
import { lakeStatus } from '#server/gold/tables/gold.ts';
import { customer360 } from '#server/gold/tables/gold-customers.ts';

/** The gold of a chain of so many customers, for tests: half are at home in S-001, the others in fifty more; net sales repeat, some are below nothing. */
export async function writeManyCustomers(root: string, customers: number): Promise<void> {
  const folder = join(root, 'builds', 'many');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const write = async (table: LakeTable, select: string) => {
    const columns = Object.entries<Column>(table.columns).map(
      ([name, { sqlType }]) => `CAST(${name} AS ${localType(sqlType)}) AS ${name}`,
    );
    const unknown = Object.entries<Column>(table.columns).map(([name]) => `NULL AS ${name}`);
    const target = join(folder, table.schema, table.name);
    mkdirSync(target, { recursive: true });
    await connection.run(`COPY (SELECT ${columns.join(', ')} FROM (
      SELECT * FROM (${select}) UNION ALL BY NAME SELECT ${unknown.join(', ')} WHERE false)
      ORDER BY ${table.key.join(', ')}) TO '${join(target, 'part-0.parquet')}' (FORMAT parquet)`);
  };
  const everybody = `range(1, ${customers + 1}) AS r(i)`;
  const store = "CASE WHEN i % 2 = 0 THEN 'S-001' ELSE format('S-{:03d}', 2 + i % 50) END AS store_id";
  await write(
    customerPredictions,
    `SELECT i AS customer_key, ${store}, '2026-11-22' AS as_of_date, i % 364 AS recency_days, 1 + i % 20 AS frequency,
      (i * 7919 % 40000 - 100) / 100 AS monetary, CASE WHEN i % 5 = 0 THEN 'champion' ELSE 'hibernating' END AS segment,
      0.25 AS churn_probability, 'A' AS evidence FROM ${everybody}`,
  );
  await write(
    customerNumbers,
    `SELECT format('C{:06d}', i) AS loyalty_number, i AS customer_key, ${store} FROM ${everybody}`,
  );
  await write(
    customer360,
    `SELECT i AS customer_key, ${store}, '2026-11-22' AS as_of_date, '2025-01-01' AS joined_on, 'member' AS loyalty_tier,
      1 AS net_sales, 0 AS returns, 1 AS transactions, 1 AS store_transactions, 0 AS online_transactions, 0 AS points_balance
    FROM ${everybody}`,
  );
  await write(
    lakeStatus,
    `SELECT 'many' AS build_id, 'A large chain' AS source_name, '2026-11-22' AS last_closed_date,
      '2025-10-20' AS first_date, 'GBP' AS currency, 'Europe/London' AS time_zone, '2026-11-23 04:00:00' AS loaded_at`,
  );
  await write(dataQuality, "SELECT 'customer_360' AS table_name, 'key' AS check_name, 'passed' AS outcome");
  connection.closeSync();
  symlinkSync(join('builds', 'many'), join(root, 'current'));
}

function localType(sqlType: string): string {
  if (sqlType.startsWith('datetime2')) return 'TIMESTAMP';
  if (sqlType === 'bit') return 'BOOLEAN';
  return /char/.test(sqlType) ? 'VARCHAR' : sqlType;
}
