import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { addDays, type BusinessDate, businessDate, eachDay, isoWeekday } from '#lib/business-date.ts';
import { GOLD_TABLES } from '#server/gold/contract.ts';
import type { LakeTable } from '#server/gold/table.ts';
import { dataQuality } from '#server/gold/tables/build.ts';
import {
  calendar,
  importReport,
  lakeStatus,
  products,
  salesDaily,
  storeDay,
  stores,
} from '#server/gold/tables/gold.ts';
import { campaignResponses, couponCampaigns, placements } from '#server/gold/tables/gold-campaigns.ts';
import { channelDay, channelProductDay } from '#server/gold/tables/gold-channels.ts';
import { customerMetrics } from '#server/gold/tables/gold-customers.ts';
import { categories, promotions } from '#server/gold/tables/gold-records.ts';
import { salesHourly } from '#server/gold/tables/sales-hourly.ts';

/** One store × product × day of a made-up chain; money in minor units. For tests, which add it up themselves. */
export interface SampleSale {
  readonly day: BusinessDate;
  readonly store: string;
  readonly country: string;
  readonly product: string;
  readonly gross: bigint;
  readonly discounts: bigint;
  readonly returns: bigint;
  readonly net: bigint;
  readonly units: number;
  readonly transactions: number;
}

export const STORES = { S01: "O'Brien's; -- <b>", S02: 'Süd', S03: 'Outlet' };
export const PRODUCTS = { P1: '<img onerror=alert(1)>', P2: 'Tea', P3: 'Gold bar' };
export const FIRST_DAY = businessDate('2026-10-20');
export const LAST_DAY = businessDate('2026-11-18');
/** Nobody traded on this day. */
export const CLOSED_DAY = businessDate('2026-11-01');

/** S02 opens late, so it has no basis; P3 sells once, at an amount that no float can hold. */
export function sampleSales(): SampleSale[] {
  const days = eachDay(FIRST_DAY, LAST_DAY).filter((day) => day !== CLOSED_DAY);
  const everyday = days.flatMap((day, at) =>
    Object.keys(STORES)
      .filter((store) => store !== 'S02' || day >= addDays(FIRST_DAY, 20))
      .flatMap((store, storeAt) =>
        ['P1', 'P2'].map((product, productAt) => {
          const gross = BigInt(1_001 + ((at * 7_919 + storeAt * 104_729 + productAt * 1_299_709) % 50_021));
          const discounts = gross / 17n;
          const returns = at % 3 === 0 ? gross / 5n : 0n;
          const country = product === 'P1' ? 'Germany' : "Côte d'Ivoire";
          const net = gross - discounts - returns;
          return {
            day,
            store,
            country,
            product,
            gross,
            discounts,
            returns,
            net,
            units: at + 1,
            transactions: storeAt + 2,
          };
        }),
      ),
  );
  const huge = 9_007_199_254_740_993_01n;
  const goldBar = {
    day: LAST_DAY,
    store: 'S03',
    country: 'Germany',
    product: 'P3',
    gross: huge,
    discounts: 0n,
  };
  return [...everyday, { ...goldBar, returns: 0n, net: huge, units: 1, transactions: 1 }];
}

/** Writes the chain as the gold tables of a lake's served build; the last columns of a table may be unknown. */
export async function writeSampleLake(root: string, buildId: string): Promise<void> {
  const sales = sampleSales();
  const folder = join(root, 'builds', buildId);
  const measures = (sale: SampleSale) => [sale.gross, sale.discounts, sale.returns, sale.net].map(decimal);
  const write = await parquetWriter(folder);
  await write(
    salesDaily,
    sales.map((sale) => [sale.day, sale.store, sale.product, ...measures(sale), sale.units]),
  );
  await write(
    storeDay,
    sales.map((sale) => [
      sale.day,
      sale.store,
      sale.country,
      ...measures(sale),
      sale.units,
      sale.transactions,
    ]),
  );
  // What is P1 is sold over the counter, everything else online.
  const channel = ({ product }: SampleSale) => (product === 'P1' ? 'store' : 'online');
  await write(
    channelDay,
    sales.map((sale) => [
      sale.day,
      sale.store,
      channel(sale),
      ...measures(sale),
      sale.units,
      sale.transactions,
    ]),
  );
  await write(
    channelProductDay,
    sales.map((sale) => [sale.day, sale.store, channel(sale), sale.product, ...measures(sale), sale.units]),
  );
  await write(
    calendar,
    eachDay(FIRST_DAY, LAST_DAY).map((day) => [day, isoWeekday(day)]),
  );
  // Every sale of a day is made at ten.
  await write(
    salesHourly,
    sales.map((sale) => [sale.day, sale.store, 10, decimal(sale.net), sale.units, sale.transactions]),
  );
  await write(promotions, [['PR-1', 'P2', FIRST_DAY, LAST_DAY, '0.1']]);
  await write(placements, [
    ['S01', 'P1', FIRST_DAY, addDays(FIRST_DAY, 6), 'Front page', ''],
    ['S01', 'P1', addDays(FIRST_DAY, 14), addDays(FIRST_DAY, 20), 'Front page', ''],
    ['S03', 'P2', FIRST_DAY, LAST_DAY, 'Front page', 'End cap'],
  ]);
  await write(couponCampaigns, [['C1', 'Mail', FIRST_DAY, LAST_DAY, 2, 3]]);
  await write(campaignResponses, [
    ['C1', '', 5, 0, 0],
    ['C1', 'S01', 20, 4, 6],
    ['C1', 'S02', 10, 1, 1],
  ]);
  await write(customerMetrics, [
    [1041, 'S01', LAST_DAY],
    [1042, 'S02', LAST_DAY],
    [2042, 'S02', LAST_DAY],
  ]);
  await write(categories, [
    ['Drinks', 'Food', 2],
    ['Category', 'Food', 2],
  ]);
  await write(
    stores,
    Object.entries(STORES).map(([id, name]) => [id, name, 'Region', 'DE', 'shop']),
  );
  await write(
    products,
    Object.entries(PRODUCTS).map(([id, name]) => [id, name, id === 'P2' ? 'Drinks' : 'Category', name]),
  );
  await write(importReport, [
    ['sale', 2, 'Everything else', 90, '123.45'],
    ['return', 1, 'A cancellation', 10, '-23.45'],
  ]);
  await write(lakeStatus, [
    [buildId, 'A made-up chain', LAST_DAY, FIRST_DAY, 'EUR', 'Europe/Berlin', '2026-11-19 04:05:06.789'],
  ]);
  await write(dataQuality, [
    ['sales_daily', 'key', 'key', 'blocking', 'passed', 0],
    ['sales_daily', 'net sales', 'range', 'warning', 'failed', 2],
    ['stores', 'key', 'key', 'blocking', 'passed', 0],
  ]);
  // Of what is left there is nothing, as of a source that knows nothing of it.
  for (const table of GOLD_TABLES) if (!write.written.has(table.name)) await write(table, []);
  symlinkSync(join('builds', buildId), join(root, 'current'));
}

type Value = string | number;

async function parquetWriter(folder: string) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const written = new Set<string>();
  const write = async (table: LakeTable, rows: readonly (readonly Value[])[]): Promise<void> => {
    written.add(table.name);
    if (rows.length === 0) return writeEmpty(connection, folder, table);
    const columns = Object.entries(table.columns);
    const target = join(folder, table.schema, table.name);
    mkdirSync(join(target, '..'), { recursive: true });
    const typed = columns.map(([name, { sqlType }]) => `CAST(${name} AS ${localType(sqlType)}) AS ${name}`);
    const parts = table.partitions.map((part) => `${part}(CAST(${table.partitionedOn} AS DATE)) AS ${part}`);
    const values = rows.map((row) => {
      const known = row.map((value) => `'${String(value).replaceAll("'", "''")}'`);
      return `(${[...known, ...Array(columns.length - row.length).fill('NULL')].join(', ')})`;
    });
    const source = `SELECT ${[...typed, ...parts].join(', ')} FROM (VALUES ${values.join(', ')}) AS v(${columns.map(([name]) => name).join(', ')})`;
    const layout =
      parts.length > 0 ? `, PARTITION_BY (${table.partitions.join(', ')})` : ', PER_THREAD_OUTPUT true';
    await connection.run(`COPY (${source}) TO '${target}' (FORMAT parquet${layout})`);
  };
  return Object.assign(write, { written });
}

/** A table without rows: one file with its columns, in a partition where it has any. */
async function writeEmpty(connection: DuckDBConnection, folder: string, table: LakeTable): Promise<void> {
  const target = join(folder, table.schema, table.name, ...table.partitions.map((part) => `${part}=1`));
  mkdirSync(target, { recursive: true });
  const typed = Object.entries(table.columns).map(
    ([name, { sqlType }]) => `CAST(NULL AS ${localType(sqlType)}) AS ${name}`,
  );
  await connection.run(
    `COPY (SELECT ${typed.join(', ')} WHERE false) TO '${join(target, 'data.parquet')}' (FORMAT parquet)`,
  );
}

function localType(sqlType: string): string {
  if (sqlType.startsWith('datetime2')) return 'TIMESTAMP';
  return sqlType.startsWith('nvarchar') ? 'VARCHAR' : sqlType;
}

function decimal(minor: bigint): string {
  const text = minor.toString().padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}
