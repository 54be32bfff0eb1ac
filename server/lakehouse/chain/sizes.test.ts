import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBench } from '../bench.ts';
import { trialFolder } from '../trial.ts';
import { CHAIN_SIZES, DEFAULT_CHAIN } from './chain-plan.ts';
import { productsSql, SUPPLIERS_SQL, storesSql } from './master-data.ts';
import { uniformMacro } from './randomness.ts';
import { rangeSql } from './range.ts';
import { MOST_STORES, storesOf } from './stores.ts';

test('every store of the largest chain has a name of its own, and the first ones are those of a small one', () => {
  const names = storesOf(CHAIN_SIZES.L).map(({ name }) => name);
  assert.equal(MOST_STORES, 500);
  assert.equal(new Set(names).size, 500);
  assert.deepEqual(
    names.slice(0, 20),
    storesOf(DEFAULT_CHAIN).map(({ name }) => name),
  );
});

test('of 20,000 products each store holds its own few hundreds', async (t) => {
  const bench = await openBench(trialFolder(t), 'lists');
  t.after(() => bench.close());
  // One store in ten: what a store holds does not depend on the others.
  const plan = { ...CHAIN_SIZES.L, stores: 50 };
  await bench.run(uniformMacro(plan.seed));
  const lists = {
    ...{ store_list: storesSql(plan), product_list: productsSql(plan), suppliers: SUPPLIERS_SQL },
    ...{ small_list: productsSql(DEFAULT_CHAIN), range_list: rangeSql(plan) },
  };
  for (const [name, select] of Object.entries(lists))
    await bench.run(`CREATE TEMP TABLE ${name} AS ${select}`);
  const int = (sql: string) => `CAST(${sql} AS INTEGER)`;

  const [products] = await bench.rows(`SELECT ${int('count(DISTINCT item_code)')} AS codes,
    ${int('count(DISTINCT item_name)')} AS names, ${int('max(length(item_code))')} AS longest,
    (SELECT bool_and(s.item_name = l.item_name) FROM small_list AS s JOIN product_list AS l USING (item_code)) AS same
    FROM product_list`);
  assert.deepEqual(products, { codes: 20_000, names: 20_000, longest: 8, same: true });

  const held = await bench.rows<{ held: number }>(
    `SELECT ${int('count(DISTINCT item_code)')} AS held FROM range_list GROUP BY store_code`,
  );
  const counts = held.map((one) => one.held);
  const mean = counts.reduce((sum, count) => sum + count, 0) / plan.stores;
  assert.equal(counts.length, plan.stores);
  assert.ok(mean > 600 && mean < 800, `${mean} products in a store`);
  assert.ok(Math.min(...counts) > 400 && Math.max(...counts) < 1000, counts.join());

  const [ranged] = await bench.rows<{ somewhere: number; everywhere: number; once: number; shares: number }>(`
    SELECT ${int('count(*)')} AS somewhere, ${int(`count(*) FILTER (stores = ${plan.stores})`)} AS everywhere,
      ${int('count(*) FILTER (stores = 1)')} AS once, (SELECT max(abs(drawn - 1)) FROM (
        SELECT sum(taste * pull) AS drawn FROM range_list JOIN product_list USING (item_code) GROUP BY store_code)) AS shares
    FROM (SELECT item_code, count(*) AS stores FROM range_list GROUP BY item_code)`);
  assert.ok(
    ranged && ranged.somewhere > 8000 && ranged.everywhere > 150 && ranged.everywhere < 400,
    JSON.stringify(ranged),
  );
  assert.ok(ranged.once > 2000 && ranged.shares < 0.05, JSON.stringify(ranged));
});
