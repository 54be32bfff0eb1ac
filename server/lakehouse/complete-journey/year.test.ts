import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { buildLake } from '../build-lake.ts';
import { declaredSource } from '../received/declared-source.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { COMPLETE_JOURNEY } from './declaration.ts';

const besideTheCheckout = join(import.meta.dirname, '../../../../shared/data');
const folder = join(process.env['RETAIL_PULSE_DATA'] ?? besideTheCheckout, 'complete-journey');
const absent = existsSync(folder) ? false : `${folder} is not here; RETAIL_PULSE_DATA may name its parent`;

/** Cents of a column, counted by hand in bigints out of the packed text. */
function centsByHand(): { received: bigint; reductions: bigint } {
  const text = gunzipSync(readFileSync(join(folder, 'transactions_sample.csv.gz'))).toString('utf8');
  const rows = text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const cents = (amount = '') => {
    const [units = '', decimals = ''] = amount.split('.');
    return /e/.test(amount) ? 0n : BigInt(units) * 100n + BigInt(decimals.padEnd(2, '0'));
  };
  let [received, reductions] = [0n, 0n];
  for (const row of rows) {
    if (row[4] === '0') continue;
    received += cents(row[5]);
    reductions += cents(row[6]) + cents(row[8]);
  }
  return { received, reductions };
}

test('2017 of the Complete Journey', { skip: absent }, async (t) => {
  const root = trialFolder(t);
  await buildLake(root, declaredSource(COMPLETE_JOURNEY, folder), trialEffects());
  const one = async (sql: string) => (await askLake(root, sql))[0];

  await t.test('net sales are what the retailer received, discounts what it gave, to the cent', async () => {
    const { received, reductions } = centsByHand();
    const cents = (column: string) => `CAST(CAST(sum(${column}) * 100 AS bigint) AS varchar)`;
    assert.deepEqual(
      await one(`SELECT ${cents('net_sales')} AS net, ${cents('discounts')} AS off FROM gold.store_day`),
      {
        net: `${received}`,
        off: `${reductions}`,
      },
    );
    assert.equal(received, 23_393_524n);
  });

  await t.test('every row is accounted for, lines of no quantity set aside', async () => {
    assert.deepEqual(
      await askLake(root, 'SELECT outcome, row_count AS rows FROM gold.import_report WHERE row_count > 0'),
      [
        { outcome: 'unreadable', rows: 1 },
        { outcome: 'without_value', rows: 424 },
        { outcome: 'sale', rows: 74_575 },
      ],
    );
    assert.deepEqual(
      await one('SELECT CAST(count(*) AS int) AS rows FROM silver.set_aside WHERE coalesce(quantity, 0) = 0'),
      { rows: 416 },
    );
  });

  await t.test('a day ends at midnight in New York', async () => {
    assert.deepEqual(
      await one(
        'SELECT CAST(min(business_date) AS varchar) AS first, CAST(max(business_date) AS varchar) AS last FROM gold.store_day',
      ),
      { first: '2017-01-01', last: '2017-12-31' },
    );
    // Received as 2017-03-01T03:31:57Z and, in summer time, 2017-05-23T18:56:14Z.
    const at = (basket: string) =>
      one(
        `SELECT CAST(event_time AS varchar) AS at FROM silver.transaction_lines WHERE transaction_id = '${basket}' LIMIT 1`,
      );
    assert.deepEqual(await at('32053127496'), { at: '2017-02-28 22:31:57' });
    assert.deepEqual(await at('33293511024'), { at: '2017-05-23 14:56:14' });
  });

  await t.test('a fill of fuel is one unit at its value', async () => {
    assert.deepEqual(await one('SELECT max(quantity) AS most FROM silver.transaction_lines'), { most: 90 });
    assert.deepEqual(
      await one(`SELECT CAST(max(units) AS int) AS units FROM gold.sales_daily JOIN gold.products USING (product_id)
        WHERE product_name LIKE 'GASOLINE-REG UNLEADED%' AND gross_sales < 100 AND units < 2`),
      { units: 1 },
    );
  });

  await t.test('a product that stands in no list is sold all the same, under its code', async () => {
    const unlisted = await askLake(
      root,
      'SELECT product_id FROM gold.products WHERE product_name = product_id AND category IS NULL',
    );
    assert.ok(unlisted.length > 0);
  });
});
