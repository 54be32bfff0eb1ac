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

/** The rows of a packed file, none of which quotes a cell. */
function csvRows(name: string): string[][] {
  const text = gunzipSync(readFileSync(join(folder, name))).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

/** Cents of a column, counted by hand in bigints out of the packed text. */
function centsByHand(): { received: bigint; reductions: bigint } {
  const rows = csvRows('transactions_sample.csv.gz');
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

  await t.test('what stores had in the mailer or on display is known by its place and its days', async () => {
    const rows = csvRows('promotions_sample.csv.gz');
    const shown = rows.filter(([, , display, mailer]) => display !== '0' || mailer !== '0');
    assert.deepEqual(
      await one(`SELECT CAST(count(*) AS int) AS placements, CAST(count(nullif(mailer_location, '')) AS int) AS mailed,
        CAST(count(nullif(display_location, '')) AS int) AS displayed FROM gold.placements`),
      {
        placements: shown.length,
        mailed: rows.filter(([, , , mailer]) => mailer !== '0').length,
        displayed: rows.filter(([, , display]) => display !== '0').length,
      },
    );
    const named = await one(
      'SELECT CAST(count(*) AS int) AS codes FROM gold.placements WHERE length(mailer_location) = 1',
    );
    assert.deepEqual(named, { codes: 0 });
  });

  await t.test('a week of the mailer is the week that tickets give that number', async () => {
    const weeks = await askLake(
      root,
      'SELECT DISTINCT CAST(from_date AS varchar) AS first, CAST(to_date AS varchar) AS last FROM gold.placements ORDER BY 1',
    );
    assert.equal(weeks.length, 53);
    const dayInNewYork = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });
    for (const row of csvRows('transactions_sample.csv.gz')) {
      const day = dayInNewYork.format(new Date(row[10] ?? ''));
      const week = weeks[Number(row[9]) - 1];
      assert.ok(week && day >= String(week['first']) && day <= String(week['last']), row.join());
    }
  });

  await t.test('coupon campaigns reached and brought what a count of the files says', async () => {
    const [sent, back] = [csvRows('campaigns.csv.gz'), csvRows('coupon_redemptions.csv.gz')];
    const printed = new Set(csvRows('coupons.csv.gz').map((row) => row.join()));
    assert.deepEqual(await one('SELECT CAST(count(*) AS int) AS rows FROM silver.coupons'), {
      rows: printed.size,
    });
    const byHand = csvRows('campaign_descriptions.csv.gz').map(([campaign, type, from, to]) => ({
      campaign,
      type,
      from,
      to,
      mailed: sent.filter((row) => row[0] === campaign).length,
      redeeming: new Set(back.filter((row) => row[2] === campaign).map((row) => row[0])).size,
      redemptions: back.filter((row) => row[2] === campaign).length,
    }));
    assert.deepEqual(
      await askLake(
        root,
        `SELECT c.campaign_id AS campaign, any_value(campaign_type) AS type, CAST(any_value(from_date) AS varchar) AS "from",
          CAST(any_value(to_date) AS varchar) AS "to", CAST(sum(customers_mailed) AS int) AS mailed,
          CAST(sum(customers_redeeming) AS int) AS redeeming, CAST(sum(redemptions) AS int) AS redemptions
        FROM gold.coupon_campaigns AS c JOIN gold.campaign_responses USING (campaign_id) GROUP BY 1 ORDER BY CAST(campaign AS int)`,
      ),
      byHand.sort((a, b) => Number(a.campaign) - Number(b.campaign)),
    );
    const ofOne = [...printed].map((row) => row.split(',')).filter((row) => row[2] === '26');
    assert.deepEqual(
      await one("SELECT coupons, products FROM gold.coupon_campaigns WHERE campaign_id = '26'"),
      {
        coupons: new Set(ofOne.map(([coupon]) => coupon)).size,
        products: new Set(ofOne.map(([, product]) => product)).size,
      },
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
