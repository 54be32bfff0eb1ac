import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { bronzeFolder } from '../bronze-tree.ts';
import { buildLake } from '../build-lake.ts';
import { currentBuild } from '../lake-folders.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { DEFAULT_CHAIN } from './chain-plan.ts';
import { generatedChain } from './source.ts';

test('the stock of the chain holds together', async (t) => {
  const root = trialFolder(t);
  await buildLake(
    root,
    generatedChain({ ...DEFAULT_CHAIN, stores: 9, products: 60, days: 140 }),
    trialEffects(),
  );
  const build = currentBuild(root);
  const one = async (sql: string) => (await askLake(root, sql))[0];
  const bronze = (name: string) => `read_parquet('${join(bronzeFolder(build, name), '*.parquet')}')`;
  const truth = (name: string) => `read_parquet('${join(build, 'truth', `${name}.parquet`)}')`;

  await t.test('the ledger adds up to what the stock system has on its list', async () => {
    assert.deepEqual(
      await one(`SELECT count(*) > 100 AS compared, CAST(count(*) FILTER (on_hand IS DISTINCT FROM units) AS int) AS differing
        FROM (SELECT store_code, item_code, CAST(on_hand AS INTEGER) AS on_hand FROM ${bronze('stock_list')})
        FULL JOIN (SELECT store_id, product_id, sum(units) AS units FROM silver.inventory_movements GROUP BY ALL)
          ON store_id = store_code AND product_id = item_code`),
      { compared: true, differing: 0 },
    );
  });

  await t.test('nothing leaves a shelf that was empty: no snapshot is below zero', async () => {
    assert.deepEqual(
      await one(`SELECT CAST(min(on_hand) AS int) AS lowest, CAST(count(DISTINCT snapshot_date) AS int) AS days
        FROM silver.inventory_snapshots`),
      { lowest: 0, days: 35 + 15 },
    );
  });

  await t.test('snapshots are of each of the last 35 days, and of the Saturdays before', async () => {
    assert.deepEqual(
      await one(`WITH taken AS (SELECT DISTINCT snapshot_date, DATE '2026-11-22' - snapshot_date AS back FROM silver.inventory_snapshots)
        SELECT CAST(count(*) FILTER (back < 35) AS int) AS daily, CAST(count(*) FILTER (back >= 35) AS int) AS weekly,
          CAST(max(back) - min(back) FILTER (back >= 35) AS int) AS span,
          bool_and(isodow(snapshot_date) = 6) FILTER (back >= 35) AS saturdays FROM taken`),
      { daily: 35, weekly: 15, span: 14 * 7, saturdays: true },
    );
  });

  await t.test(
    'what one store sends another, of the same region, leaves the one and reaches the other',
    async () => {
      assert.deepEqual(
        await one(`SELECT count(*) > 10 AS some, CAST(count(*) FILTER (a.region <> b.region OR a.store_id = b.store_id
          OR received_on NOT BETWEEN shipped_on + 1 AND shipped_on + 3) AS int) AS odd
        FROM silver.transfers JOIN silver.stores AS a ON a.store_id = from_store_id JOIN silver.stores AS b ON b.store_id = to_store_id`),
        { some: true, odd: 0 },
      );
      assert.deepEqual(
        await one(`WITH told AS (
          SELECT transfer_number AS reference, from_store_id AS store_id, product_id, shipped_on AS business_date, -units AS units FROM silver.transfers
          UNION ALL SELECT transfer_number, to_store_id, product_id, received_on, units FROM silver.transfers WHERE received_on IS NOT NULL)
        SELECT CAST(count(*) AS int) AS differing FROM told
        FULL JOIN (SELECT * FROM silver.inventory_movements WHERE movement_type = 'transfer') AS m
          USING (reference, store_id, product_id, business_date)
        WHERE told.units IS DISTINCT FROM m.units`),
        { differing: 0 },
      );
    },
  );

  await t.test('an empty shelf loses sales, and the truth says which', async () => {
    const lost =
      await one(`SELECT CAST(sum(wished - sold) AS int) AS lost, CAST(min(wished - sold) AS int) AS least,
      (SELECT CAST(sum(quantity) AS int) FROM silver.transaction_lines WHERE line_type = 'sale') AS sold
      FROM ${truth('lost_sales')}`);
    const share = Number(lost?.['lost']) / Number(lost?.['sold']);
    assert.ok(Number(lost?.['least']) > 0 && share > 0.003 && share < 0.1, `lost ${share} of what was sold`);
  });

  await t.test('some deliveries are late, some short, and none brings more than was ordered', async () => {
    const shares = await one(`SELECT CAST(avg(CAST(received_on > promised_on AS int)) AS double) AS late,
      CAST(avg(CAST(units < ordered_units AS int)) AS double) AS short, max(units - ordered_units) AS most
      FROM silver.purchase_order_lines JOIN (SELECT order_number, line_number, max(received_on) AS received_on,
        CAST(sum(received_units) AS int) AS units FROM silver.receipts GROUP BY ALL) USING (order_number, line_number)
      WHERE promised_on < (SELECT max(business_date) - 21 FROM silver.transaction_lines)`);
    const { late, short, most } = shares as { late: number; short: number; most: number };
    assert.ok(late > 0.05 && late < 0.4 && short > 0.01 && short < 0.2 && most === 0, JSON.stringify(shares));
  });

  await t.test('where goods vanished the record stands above the shelf until they are counted', async () => {
    const phantom =
      await one(`SELECT CAST(count(*) AS int) AS pairs, CAST(count(*) FILTER (record <= shelf) AS int) AS odd
      FROM ${truth('phantom_stock')}`);
    assert.ok(Number(phantom?.['pairs']) > 0);
    assert.equal(phantom?.['odd'], 0);
    assert.deepEqual(
      await one(`SELECT count(*) > 0 AS counted, max(units) < 0 AS only_losses FROM silver.inventory_movements
        WHERE movement_type = 'count'`),
      { counted: true, only_losses: true },
    );
  });
});
