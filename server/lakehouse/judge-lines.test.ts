import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildLake } from './build-lake.ts';
import { onlineRetail } from './online-retail/source.ts';
import { askLake, trialEffects, trialFolder, writeInvoices } from './trial.ts';

const row = fc
  .record({
    invoice: fc.constantFrom('1', '2', 'C3', '4', '', 'A5', '6'),
    code: fc.constantFrom('22423', '85123A', 'POST'),
    quantity: fc.constantFrom('1', '2', '-1', 'x'),
    time: fc.constantFrom('2010-10-31 23:59:00', '2010-11-01 00:01:00'),
  })
  .map(({ invoice, code, quantity, time }) => `${invoice},${code},CAKE,${quantity},${time},1.25,,France`);

const SEEN = ['silver.transaction_lines', 'silver.set_aside', 'silver.imported_rows', 'gold.sales_daily'];

async function seen(root: string): Promise<unknown> {
  const tables: unknown[] = [];
  for (const table of SEEN)
    tables.push(
      await askLake(root, `SELECT CAST(t AS varchar) AS row FROM (FROM ${table}) AS t ORDER BY row`),
    );
  return tables;
}

test('rows judged a few at a time become the same lake as all at once', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 6, maxLength: 24 }), async (rows) => {
      const folder = writeInvoices(trialFolder(t), 'a.csv', [
        ...rows,
        '9,22423,CAKE,1,2010-11-02 10:00:00,1.25,,France',
      ]);
      const [atOnce, sliced] = [trialFolder(t), trialFolder(t)];
      await buildLake(atOnce, onlineRetail(folder), trialEffects());
      await buildLake(sliced, onlineRetail(folder), { ...trialEffects(), rowsAtOnce: 3, memory: '200MB' });
      assert.deepEqual(await seen(sliced), await seen(atOnce));
    }),
    {
      numRuns: Number(process.env['PROPERTY_RUNS'] ?? 2),
      seed: Number(process.env['PROPERTY_SEED'] ?? 5),
      endOnFailure: true,
    },
  );
});
