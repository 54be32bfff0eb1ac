import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBResultReader } from '@duckdb/node-api';
import { literal } from '../../sql-text.ts';
import type { Ratio } from '../bench.ts';
import type { DemandColumns } from './demand-sample.ts';
import { estimateElasticity } from './estimate-elasticity.ts';

const PRODUCTS = 4_000;
const STORES = 200;
const WEEKS = 26;
const BLOCK = 100;

/** Sales lines of one block of products: about two a week in nine of ten weeks, elasticity -2, promotions one in five. */
const linesSql = (from: number) => `
  SELECT product, store, week, 100 + week AS day, 1 + CAST(floor(random() * 8 * price ** -2) AS INTEGER) AS units,
    price, promotion
  FROM (SELECT *, 0.8 + 0.1 * (hash(product, store // 20, week) % 5) AS price, hash(product, week, 'p') % 5 = 0 AS promotion
    FROM (SELECT p.range AS product, s.range AS store, w.range AS week
      FROM range(${from}, ${from + BLOCK}) p, range(${STORES}) s, range(${WEEKS}) w)
    WHERE hash(product, store, week) % 10 > 0), range(2)`;

const weeklySql = (file: string) => `
  SELECT product, CAST(store AS INTEGER) AS store, CAST(week AS INTEGER) AS week,
    CAST(sum(units) AS DOUBLE) AS units, sum(units * price) / sum(units) AS price,
    CAST(max(promotion) AS DOUBLE) AS promotion
  FROM read_parquet(${literal(file)}) GROUP BY product, store, week ORDER BY product`;

/**
 * Processor time of the aggregation that feeds the regressions, up to its rows being at hand, and of the regressions,
 * one thread each. Block by block, so that memory is bounded.
 */
export async function elasticityRatios(): Promise<readonly Ratio[]> {
  const folder = mkdtempSync(join(tmpdir(), 'science-bench-'));
  const duck = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await duck.connect();
  const spent = { feeding: 0, fitting: 0 };
  const file = join(folder, 'lines.parquet');
  try {
    for (let from = 0; from < PRODUCTS; from += BLOCK) {
      await connection.run(`COPY (${linesSql(from)}) TO ${literal(file)} (FORMAT parquet)`);
      const start = cpuSeconds();
      const weekly = await connection.runAndReadAll(weeklySql(file));
      const fed = cpuSeconds();
      fitBlock(weekly);
      spent.feeding += fed - start;
      spent.fitting += cpuSeconds() - fed;
    }
  } finally {
    connection.closeSync();
    duck.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
  const detail = `${spent.fitting.toFixed(1)} s of processor time, aggregation ${spent.feeding.toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB resident`;
  const what = `elasticities of ${PRODUCTS} products in ${STORES} stores and ${WEEKS} weeks against the aggregation that feeds them`;
  return [{ what, ratio: spent.fitting / spent.feeding, limit: { atMost: 3 }, detail }];
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function fitBlock(weekly: DuckDBResultReader): void {
  const [product = [], store = [], week = [], units = [], price = [], promotion = []] = weekly.getColumns();
  const stores = Int32Array.from(store as number[]);
  const demand: DemandColumns = {
    quantity: Float64Array.from(units as number[]),
    price: Float64Array.from(price as number[]),
    controls: [{ name: 'promotion', values: Float64Array.from(promotion as number[]) }],
    effects: [stores, Int32Array.from(week as number[])],
    cluster: stores,
  };
  for (let first = 0, row = 1; row <= product.length; row++) {
    if (row < product.length && product[row] === product[first]) continue;
    const rows = Int32Array.from({ length: row - first }, (_, i) => first + i);
    estimateElasticity(demand, { method: 'ols', isLog: false, level: 0.95 }, rows);
    first = row;
  }
}
