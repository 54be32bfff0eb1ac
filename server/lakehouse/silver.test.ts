import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildLake } from './build-lake.ts';
import { onlineRetail } from './online-retail/source.ts';
import { askLake, trialEffects, trialFolder, writeInvoices } from './trial.ts';

test('rows become conformed lines of tickets', async (t) => {
  const root = trialFolder(t);
  const source = writeInvoices(trialFolder(t), 'day.csv', [
    '536591,15056bl,EDWARDIAN PARASOL BLACK ,2,2010-12-01 23:59:00,5.95,17850.0,United Kingdom',
    '536591,15056BL,PARASOL,1,2010-12-02 00:00:00,5.95,17850.0,United Kingdom',
    '536592,15056BL,PARASOL,1,2010-12-03 10:00:00,5.95,,EIRE',
    '536593,15056BL, EDWARDIAN PARASOL BLACK,1,2010-12-03 10:00:00,5.95,,EIRE',
    '',
    '536594,22000,,3,2010-12-03 11:00:00,1.00,,',
    '536595,22001,"B ""TWO""",3,2010-12-03 11:00:00,1.00,,EIRE',
    '536596,22001,A ONE,3,2010-12-03 11:00:00,1.00,,EIRE',
    ...['F', 'E', 'D', 'C', 'B', 'A'].map((name) => `536597,22002,${name},3,2010-12-03 11:00:00,1.00,,EIRE`),
  ]);
  await buildLake(root, onlineRetail(source), trialEffects());

  await t.test('one invoice rung up over midnight is one ticket at its earliest time', async () => {
    const lines = await askLake(
      root,
      `SELECT line_number, product_id, customer_id, CAST(business_date AS varchar) AS day,
        CAST(event_time AS varchar) AS at, CAST(net_amount AS varchar) AS net
      FROM silver.transaction_lines WHERE transaction_id = '536591' ORDER BY line_number`,
    );
    const shared = {
      product_id: '15056BL',
      customer_id: '17850',
      day: '2010-12-01',
      at: '2010-12-01 23:59:00',
    };
    assert.deepEqual(lines, [
      { line_number: 1, ...shared, net: '11.90' },
      { line_number: 2, ...shared, net: '5.95' },
    ]);
  });

  await t.test('a product has the name used most, then the first by alphabet, then its code', async () => {
    assert.deepEqual(await askLake(root, 'SELECT product_id, product_name FROM gold.products ORDER BY 1'), [
      { product_id: '15056BL', product_name: 'EDWARDIAN PARASOL BLACK' },
      { product_id: '22000', product_name: '22000' },
      { product_id: '22001', product_name: 'A ONE' },
      { product_id: '22002', product_name: 'A' },
    ]);
  });

  await t.test('a missing customer stays missing and a missing country says so', async () => {
    assert.deepEqual(
      await askLake(
        root,
        "SELECT customer_id, country FROM silver.transaction_lines WHERE transaction_id = '536594'",
      ),
      [{ customer_id: null, country: 'Unspecified' }],
    );
  });

  await t.test('an empty line is no row', async () => {
    const [counted] = await askLake(
      root,
      'SELECT CAST(sum(row_count) AS int) AS rows FROM gold.import_report',
    );
    assert.deepEqual(counted, { rows: 13 });
  });
});
