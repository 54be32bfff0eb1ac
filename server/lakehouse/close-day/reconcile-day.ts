import { DuckDBInstance } from '@duckdb/node-api';
import type { Redis } from 'ioredis';
import type { BusinessDate } from '#lib/business-date.ts';
import { PARTITIONS } from '#lib/partition.ts';
import { transactionLines } from '#server/gold/tables/silver.ts';
import { closedKey, dayKey } from '#server/shared/redis-keys.ts';
import { readTableSql } from '../parquet-view.ts';
import { literal } from '../sql-text.ts';

/** Net sales of one store on a day, minor units: as the hot path counted them, and as the closed day has them. */
export interface ReconciledStore {
  readonly live: bigint;
  readonly closed: bigint;
}

/** Holds the live figures of a closed day against the build that closed it, store by store, and keeps the outcome. */
export async function reconcileDay(
  redis: Redis,
  build: string,
  date: BusinessDate,
): Promise<ReadonlyMap<string, ReconciledStore>> {
  const [live, closed] = [await liveSales(redis, date), await closedSales(build, date)];
  const stores = new Map(
    [...new Set([...live.keys(), ...closed.keys()])]
      .sort()
      .map((store) => [store, { live: live.get(store) ?? 0n, closed: closed.get(store) ?? 0n }]),
  );
  const fields = [...stores].map(([store, it]) => [store, `${it.live}/${it.closed}`]);
  if (fields.length > 0) await redis.hset(closedKey(date), Object.fromEntries(fields));
  return stores;
}

async function liveSales(redis: Redis, date: BusinessDate): Promise<Map<string, bigint>> {
  const sales = new Map<string, bigint>();
  for (let partition = 0; partition < PARTITIONS; partition += 1)
    for (const [field, value] of Object.entries(await redis.hgetall(dayKey(partition, date))))
      if (field.startsWith('netSales:')) sales.set(field.slice('netSales:'.length), BigInt(value));
  return sales;
}

async function closedSales(build: string, date: BusinessDate): Promise<Map<string, bigint>> {
  const duck = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await duck.connect();
  try {
    const reader = await connection.runAndReadAll(
      `SELECT store_id AS store, CAST(CAST(sum(net_amount) * 100 AS bigint) AS varchar) AS sales
      FROM (${readTableSql(transactionLines, build)}) WHERE business_date = CAST(${literal(date)} AS date) GROUP BY 1`,
    );
    const rows = reader.getRowObjectsJson() as { store: string; sales: string }[];
    return new Map(rows.map(({ store, sales }) => [store, BigInt(sales)]));
  } finally {
    connection.closeSync();
    duck.closeSync();
  }
}
