import type { Bench } from '../../bench.ts';
import { DEMAND_TABLES, demandOfSql } from './demand-cells-sql.ts';

/** Days of products in stores with a sale that are looked at together; days without one come on top, about as many again. */
const SOLD_DAYS_AT_ONCE = 8_000_000;

/**
 * Makes `price_demand` on the bench, and the tables it is made of but those of single days: a day of every product in
 * every store is more than can be held of a large chain, so products are taken some at a time.
 */
export async function makeDemand(bench: Bench, soldDaysAtOnce = SOLD_DAYS_AT_ONCE): Promise<void> {
  const make = (name: string, select: string) =>
    bench.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${select}`);
  for (const [name, select] of Object.entries(DEMAND_TABLES)) await make(name, select);
  const [sold] = await bench.rows<{ days: number }>(
    'SELECT CAST(count(*) AS INTEGER) AS days FROM price_sold',
  );
  const slices = Math.max(1, Math.ceil((sold?.days ?? 0) / soldDaysAtOnce));
  for (let slice = 0; slice < slices; slice++) {
    const isIn = slices === 1 ? 'true' : `hash(product_id) % ${slices} = ${slice}`;
    const { price_demand: demand, ...days } = demandOfSql(isIn);
    for (const [name, select] of Object.entries(days)) await make(name, select);
    if (slice === 0) await make('price_demand', demand);
    else await bench.run(`INSERT INTO price_demand ${demand}`);
    for (const name of Object.keys(days)) await bench.run(`DROP TABLE temp.${name}`);
  }
}

export async function dropDemand(bench: Bench): Promise<void> {
  for (const name of ['price_demand', ...Object.keys(DEMAND_TABLES)])
    await bench.run(`DROP TABLE temp.${name}`);
}
