import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openBench } from '../bench.ts';
import { bronzeFolder } from '../bronze-tree.ts';
import { buildLake } from '../build-lake.ts';
import { currentBuild } from '../lake-folders.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { DEFAULT_CHAIN } from './chain-plan.ts';
import { generatedChain } from './source.ts';

const SMALL = { ...DEFAULT_CHAIN, stores: 4, products: 60, days: 56 };

/** One number for all that the systems of the chain send, whatever order it is stored in. */
async function digest(root: string, seed: number, threads: number): Promise<unknown> {
  const bench = await openBench(root, `seed-${seed}-${threads}`);
  await bench.run(`SET threads = ${threads}`);
  await generatedChain({ ...SMALL, seed }).writeBronze(bench, () => {});
  const sent = [
    'till_lines',
    'stock_events',
    'order_lines',
    'deliveries',
    'member_versions',
    'loyalty_events',
    'targets',
  ];
  const digests = sent.map(
    (name) =>
      `SELECT CAST(sum(md5_number_lower(CAST(r AS varchar))) AS varchar) AS digest FROM bronze.${name} AS r`,
  );
  const rows = await bench.rows(digests.join(' UNION ALL '));
  bench.close();
  return JSON.stringify(rows);
}

test('a seed gives the same rows with any number of threads, another seed gives others', async (t) => {
  const root = trialFolder(t);
  const one = await digest(root, 7, 1);
  assert.equal(await digest(root, 7, 4), one);
  assert.notEqual(await digest(root, 8, 4), one);
});

test('the made-up chain is a believable one', async (t) => {
  const root = trialFolder(t);
  await buildLake(root, generatedChain(SMALL), trialEffects());
  const one = async (sql: string) => (await askLake(root, sql))[0];
  const lines = 'silver.transaction_lines';

  await t.test('every store sells on every day to the last closed one', async () => {
    assert.deepEqual(
      await one(
        `SELECT CAST(max(business_date) AS varchar) AS last, CAST(count(*) AS int) AS days FROM gold.store_day`,
      ),
      { last: '2026-11-22', days: 4 * 56 },
    );
  });

  await t.test('tickets have lines from one on, in pence that multiply exactly', async () => {
    assert.deepEqual(
      await one(`SELECT min(line_number) AS first, CAST(count(*) FILTER (gross_amount <> quantity * unit_price
        OR net_amount <> gross_amount - discount_amount OR cost_amount IS NULL) AS int) AS inexact FROM ${lines}`),
      { first: 1, inexact: 0 },
    );
  });

  await t.test('a line costs what the price list of its day says, not what the newest does', async () => {
    const prices = `read_parquet('${join(bronzeFolder(currentBuild(root), 'price_list'), '*.parquet')}')`;
    // The latest price that had begun by the day of the line, without its end: the list itself tells both.
    assert.deepEqual(
      await one(`WITH begun AS (
          SELECT any_value(cost_amount) AS cost, any_value(quantity) AS units,
            CAST(arg_max(unit_cost, valid_from) FILTER (CAST(valid_from AS DATE) <= business_date) AS DECIMAL(12,2)) AS then,
            CAST(arg_max(unit_cost, valid_from) AS DECIMAL(12,2)) AS newest
          FROM ${lines} JOIN ${prices} ON item_code = product_id
          GROUP BY transaction_id, line_type, line_number)
        SELECT (SELECT count(*) FROM begun) = (SELECT count(*) FROM ${lines}) AS every_line,
          CAST(count(*) FILTER (cost IS DISTINCT FROM units * "then") AS int) AS wrong,
          count(*) FILTER ("then" <> newest) > 1000 AS some_moved FROM begun`),
      { every_line: true, wrong: 0, some_moved: true },
    );
  });

  await t.test('prices end in .99 or .49', async () => {
    const odd = `SELECT CAST(count(*) AS int) AS odd FROM ${lines} WHERE (unit_price * 100)::int % 100 NOT IN (99, 49)`;
    assert.deepEqual(await one(odd), { odd: 0 });
  });

  await t.test('three to five lines in a hundred come back, after they were sold', async () => {
    const share = await one(
      `SELECT CAST(count(*) FILTER (line_type = 'return') / count(*) AS double) AS share FROM ${lines}`,
    );
    assert.ok(Number(share?.['share']) > 0.025 && Number(share?.['share']) < 0.05, JSON.stringify(share));
  });

  await t.test('Saturday is the busiest day, and reductions are given on some sales', async () => {
    const busiest = `SELECT isodow(business_date) AS day FROM gold.store_day GROUP BY 1 ORDER BY sum(net_sales) DESC LIMIT 1`;
    assert.deepEqual(await one(busiest), { day: 6n });
    const shares = await one(`SELECT CAST(sum(discounts) / sum(gross_sales) AS double) AS discounted,
      CAST(1 - sum(cogs) / sum(net_sales) AS double) AS margin FROM gold.store_day`);
    const { discounted, margin } = shares as { discounted: number; margin: number };
    assert.ok(discounted > 0.005 && discounted < 0.1 && margin > 0.3 && margin < 0.6, JSON.stringify(shares));
  });

  await t.test('what a till sent twice counts once', async () => {
    const report = await one(
      "SELECT row_count > 0 AS caught FROM gold.import_report WHERE outcome = 'exact_duplicate'",
    );
    assert.deepEqual(report, { caught: true });
  });
});
