import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildLake } from '../build-lake.ts';
import { declaredSource } from '../received/declared-source.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { NORTHWIND } from './declaration.ts';

const besideTheCheckout = join(import.meta.dirname, '../../../../shared/data');
const folder = join(process.env['RETAIL_PULSE_DATA'] ?? besideTheCheckout, 'northwind');
const absent = existsSync(folder) ? false : `${folder} is not here; RETAIL_PULSE_DATA may name its parent`;

/** Exact value of the lines in 10,000ths, and what rounding each reduction to the cent takes off it. */
function valueByHand(): { exact: bigint; rounding: bigint } {
  const rows = readFileSync(join(folder, 'order_details.csv'), 'utf8').trimEnd().split('\n').slice(1);
  let [exact, rounding] = [0n, 0n];
  for (const row of rows) {
    const [, , price, quantity, rate] = row.split(',').map(Number);
    const gross = BigInt(Math.round((price ?? 0) * 100)) * BigInt(quantity ?? 0);
    const reduction = gross * BigInt(Math.round((rate ?? 0) * 100));
    exact += gross * 100n - reduction;
    rounding += ((reduction + 50n) / 100n) * 100n - reduction;
  }
  return { exact, rounding };
}

test('the orders of Northwind', { skip: absent }, async (t) => {
  const root = trialFolder(t);
  await buildLake(root, declaredSource(NORTHWIND, folder), trialEffects());
  const one = async (sql: string) => (await askLake(root, sql))[0];

  await t.test('are worth their exact value, less what rounding on each line takes off', async () => {
    const { exact, rounding } = valueByHand();
    assert.equal(exact, 12_657_930_395n, '1,265,793.04, as published');
    assert.equal(rounding, 2_795n, '0.28, given away cent by cent');
    assert.deepEqual(
      await one('SELECT CAST(CAST(sum(net_sales) * 10000 AS bigint) AS varchar) AS net FROM gold.store_day'),
      {
        net: `${exact - rounding}`,
      },
    );
  });

  await t.test('are all there, in their countries', async () => {
    assert.deepEqual(
      await one(
        `SELECT CAST(sum(transactions) AS int) AS orders, CAST(count(DISTINCT country) AS int) AS countries FROM gold.store_day`,
      ),
      { orders: 830, countries: 21 },
    );
    assert.deepEqual(await one('SELECT CAST(count(*) AS int) AS lines FROM silver.transaction_lines'), {
      lines: 2155,
    });
    assert.deepEqual(await one("SELECT product_name, category FROM gold.products WHERE product_id = '1'"), {
      product_name: 'Chai',
      category: 'Beverages',
    });
  });

  await t.test('come from stock that is what the stock list says, from suppliers who are known', async () => {
    const products = readFileSync(join(folder, 'products.csv'), 'utf8').trimEnd().split('\n').slice(1);
    // A name may hold a comma; what is counted stands behind it.
    const listed = products.map((row) => row.split(',').slice(-5).map(Number));
    const sum = (at: number) => listed.reduce((all, row) => all + (row[at] ?? 0), 0);
    assert.deepEqual(
      await one(`SELECT CAST(count(*) AS int) AS products, CAST(sum(on_hand) AS int) AS on_hand, CAST(sum(on_order) AS int) AS on_order,
        CAST(sum(inventory_position) AS int) AS position, CAST(sum(reorder_level) AS int) AS reorder FROM gold.inventory_positions`),
      { products: 77, on_hand: sum(1), on_order: sum(2), position: sum(1) + sum(2), reorder: sum(3) },
    );
    assert.deepEqual(
      await one(`SELECT CAST(count(*) AS int) AS supplied, CAST(count(DISTINCT supplier_id) AS int) AS suppliers FROM gold.products
        JOIN silver.suppliers USING (supplier_id)`),
      { supplied: 77, suppliers: 29 },
    );
  });
});
