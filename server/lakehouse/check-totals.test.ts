import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GOLD_TABLES, SILVER_TABLES } from '#server/gold/contract.ts';
import { type LakeTable, qualifiedName } from '#server/gold/table.ts';
import { openBench } from './bench.ts';
import { buildLake } from './build-lake.ts';
import { checkTotals } from './check-totals.ts';
import { currentBuild } from './lake-folders.ts';
import { onlineRetail } from './online-retail/source.ts';
import { createViewSql, readTableSql } from './parquet-view.ts';
import { trialEffects, trialFolder, writeInvoices } from './trial.ts';

const ROWS = [
  '1,22423,CAKE,2,2010-11-05 08:00:00,1.25,17850.0,United Kingdom',
  '1,22424,STAND,1,2010-11-05 08:00:00,4.00,17850.0,United Kingdom',
  'C2,22423,CAKE,-1,2010-11-06 09:00:00,1.25,17850.0,United Kingdom',
  '3,22423,CAKE,5,2010-11-07 10:00:00,1.25,,France',
];

/** Tables of gold that tell the same sales apart in another way. */
const SALES = [
  ...['sales_daily', 'store_day', 'sales_hourly', 'channel_day', 'channel_product_day', 'store_operations'],
  ...['product_performance', 'store_performance'],
  ...['customer_360', 'customer_metrics', 'customer_orders', 'customer_categories'],
];

test('a table in which one row of sales is found twice is told from the others, whichever it is', async (t) => {
  const [root, folder] = [trialFolder(t), writeInvoices(trialFolder(t), 'a.csv', ROWS)];
  const source = onlineRetail(folder);
  await buildLake(root, source, trialEffects());
  const build = currentBuild(root);
  const bench = await openBench(root, 'trial');
  try {
    for (const table of [...SILVER_TABLES, ...GOLD_TABLES]) await bench.run(createViewSql(table, build));
    const received = 'SELECT sum(row_count) AS row_count, sum(amount) AS amount FROM silver.imported_rows';
    const check = () => checkTotals(bench, { ...source, received });
    await check();
    for (const name of SALES) {
      const table = GOLD_TABLES.find((one: LakeTable) => one.name === name);
      assert.ok(table, name);
      const rows = readTableSql(table, build);
      await bench.run(
        `CREATE OR REPLACE VIEW gold.${name} AS (${rows}) UNION ALL (${rows} ORDER BY ALL LIMIT 1)`,
      );
      await assert.rejects(check(), { code: 'TOTALS_DISAGREE', message: new RegExp(qualifiedName(table)) });
      await bench.run(createViewSql(table, build));
    }
    await check();
  } finally {
    bench.close();
  }
});

test('nobody known among the customers, or nothing sold to them, is no difference', async (t) => {
  for (const customer of ['', '17850.0']) {
    const rows = [ROWS[3] ?? '', `C9,22423,CAKE,-1,2010-11-08 09:00:00,1.25,${customer},United Kingdom`];
    const folder = writeInvoices(trialFolder(t), 'a.csv', rows);
    await assert.doesNotReject(buildLake(trialFolder(t), onlineRetail(folder), trialEffects()));
  }
});
