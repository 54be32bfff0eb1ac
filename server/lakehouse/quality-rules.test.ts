import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GOLD_TABLES, SILVER_TABLES } from '#server/gold/contract.ts';
import { type LakeTable, qualifiedName } from '#server/gold/table.ts';
import { openBench } from './bench.ts';
import { buildLake } from './build-lake.ts';
import { DEFAULT_CHAIN } from './chain/chain-plan.ts';
import { generatedChain } from './chain/source.ts';
import { checkQuality } from './check-quality.ts';
import { currentBuild } from './lake-folders.ts';
import { createViewSql, readTableSql } from './parquet-view.ts';
import { DAILY } from './quality-rules.ts';
import { REFERENCES } from './references.ts';
import { trialEffects, trialFolder } from './trial.ts';

/** The rows of a table with one bad one among them, or the good one missing, and the sentence that must find it. */
interface Bad {
  readonly table: string;
  readonly finds: RegExp;
  readonly rows: (good: string) => string;
}

/** One more row, like the first but for what is changed; of an empty table nothing but that is known. */
const first = (good: string, changed: string) =>
  `SELECT * EXCLUDE (one) REPLACE (${changed}) FROM (SELECT 1 AS one) LEFT JOIN (${good} LIMIT 1) ON true
  UNION ALL BY NAME ${good}`;

const BAD: readonly Bad[] = [
  {
    table: 'silver.transaction_lines',
    finds: /reduction is no larger/,
    rows: (good) => first(`${good} WHERE line_type = 'sale'`, 'gross_amount + 1 AS discount_amount'),
  },
  {
    table: 'silver.transaction_lines',
    finds: /^Nothing happened after it was loaded/,
    rows: (good) => first(good, '(SELECT loaded_at + INTERVAL 2 DAY FROM silver.lake_builds) AS event_time'),
  },
  {
    table: 'silver.products',
    finds: /^Every product sold has a name/,
    rows: (
      good,
    ) => `SELECT * REPLACE (CASE WHEN product_id = (SELECT min(product_id) FROM silver.transaction_lines)
      THEN product_id ELSE product_name END AS product_name) FROM (${good})`,
  },
  {
    table: 'silver.transaction_lines',
    finds: /^Every store that sold on each of the four same weekdays/,
    rows: (good) => `${good} UNION ALL BY NAME SELECT l.* REPLACE ('S-SHUT' AS store_id,
        CAST((SELECT max(business_date) FROM (${good})) - CAST(week AS INTEGER) * 7 AS DATE) AS business_date)
      FROM (${good} LIMIT 1) AS l, range(1, 5) AS weeks(week)`,
  },
  ...Object.entries(DAILY).map(
    ([table, day]): Bad => ({
      table,
      finds: /^What comes every day came at most two days before/,
      rows: (good) =>
        `SELECT * FROM (${good}) WHERE ${day} < (SELECT last_closed_date - 2 FROM silver.lake_builds)`,
    }),
  ),
  ...['silver.promotions', 'silver.placements', 'silver.coupon_campaigns'].map(
    (table): Bad => ({
      table,
      finds: /^What runs ends on its first day or later/,
      rows: (good) => first(good, 'from_date - 1 AS to_date'),
    }),
  ),
  {
    table: 'silver.placements',
    finds: /^Of what was in the mailer or on display/,
    rows: (good) =>
      `SELECT * REPLACE (from_date + 9999 AS from_date, to_date + 9999 AS to_date) FROM (${good})`,
  },
  {
    table: 'silver.coupon_redemptions',
    finds: /^A coupon is handed in on a day of its campaign/,
    rows: (good) => first(good, "DATE '1999-12-31' AS redeemed_on"),
  },
  {
    table: 'silver.stores',
    finds: /^Every store has a name/,
    rows: (good) => first(good, 'store_id AS store_name'),
  },
  ...REFERENCES.map(
    ({ table, columns: [column = ''], to }): Bad => ({
      table,
      finds: new RegExp(`^${column}\\b.*: known to ${to}$`),
      rows: (good) => first(good, `'NOBODY' AS ${column}`),
    }),
  ),
];

/** One good row of what the chain keeps no list of. */
const BY_HAND: Readonly<Record<string, string>> = {
  'silver.placements': `SELECT (SELECT min(store_id) FROM silver.stores) AS store_id,
      (SELECT min(product_id) FROM silver.products) AS product_id, first_date AS from_date,
      last_closed_date AS to_date, 'Front page' AS mailer_location, '' AS display_location FROM silver.lake_builds`,
  'silver.coupon_campaigns': `SELECT 'C' AS campaign_id, 'Mail' AS campaign_type, first_date AS from_date,
      last_closed_date AS to_date FROM silver.lake_builds`,
  'silver.coupons': `SELECT 'C' AS campaign_id, 'K' AS coupon_id, min(product_id) AS product_id FROM silver.products`,
  'silver.campaign_customers': `SELECT 'C' AS campaign_id, min(customer_id) AS customer_id FROM silver.customers`,
  'silver.coupon_redemptions': `SELECT 'C' AS campaign_id, 'K' AS coupon_id, min(customer_id) AS customer_id,
      (SELECT first_date FROM silver.lake_builds) AS redeemed_on FROM silver.customers`,
};

test('each rule finds the one bad row there is', async (t) => {
  const root = trialFolder(t);
  const chain = generatedChain({ ...DEFAULT_CHAIN, stores: 3, products: 24, days: 40 });
  await buildLake(root, chain, trialEffects());
  const build = currentBuild(root);
  const bench = await openBench(root, 'trial');
  const found = async () =>
    (await checkQuality(bench))
      .filter(({ failures }) => failures > 0)
      .map(({ table, name }) => ({ table, name }));
  const good = (table: LakeTable) => BY_HAND[qualifiedName(table)] ?? readTableSql(table, build);
  const restore = async () => {
    for (const table of SILVER_TABLES)
      await bench.run(`CREATE OR REPLACE VIEW ${qualifiedName(table)} AS ${good(table)}`);
  };
  try {
    for (const table of [...SILVER_TABLES, ...GOLD_TABLES]) await bench.run(createViewSql(table, build));
    await restore();
    const usual = await found();
    assert.ok(!usual.some(({ name }) => / known to |every day came/.test(name)), JSON.stringify(usual));
    // One bad row a table at a time.
    for (const round of BAD.map((_, at) => at)) {
      const bad = [...Map.groupBy(BAD, ({ table }) => table).values()].flatMap((some) => some[round] ?? []);
      if (bad.length === 0) break;
      for (const { table: name, rows } of bad) {
        const table = SILVER_TABLES.find((one) => qualifiedName(one) === name);
        assert.ok(table, name);
        await bench.run(`CREATE OR REPLACE VIEW ${name} AS ${rows(good(table))}`);
      }
      const news = (await found()).filter(
        (one) => !usual.some(({ table, name }) => one.table === table && one.name === name),
      );
      for (const { table, finds } of bad)
        assert.ok(
          news.some((one) => one.table === table && finds.test(one.name)),
          `${table} ${finds} finds its bad row; found ${JSON.stringify(news)}`,
        );
      await restore();
    }
    assert.deepEqual(await found(), usual);
  } finally {
    bench.close();
  }
});
