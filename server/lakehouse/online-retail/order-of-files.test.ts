import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildLake } from '../build-lake.ts';
import { OF_THE_FILES, trialEffects, trialFolder, wholeLake, writeInvoices } from '../trial.ts';
import { onlineRetail } from './source.ts';

/** A few rows that meet and clash often: same invoices, codes in both cases, several names, repeated rows. */
const row = fc
  .record({
    invoice: fc.constantFrom('536365', '536366', 'C536367', 'A536368'),
    code: fc.constantFrom('22423', '85123a', '85123A', 'POST'),
    name: fc.constantFrom('CAKE', 'cake ', 'STAND', ''),
    quantity: fc.constantFrom('1', '2', '-1', '0', 'x'),
    time: fc.constantFrom('2010-12-01 08:26:00', '2010-12-01 08:27:00', '2010-12-02 09:00:00'),
    price: fc.constantFrom('1.25', '0.0', '3.99'),
  })
  .map(
    ({ invoice, code, name, quantity, time, price }) =>
      `${invoice},${code},${name},${quantity},${time},${price},17850.0,United Kingdom`,
  );
const ALWAYS_COUNTED = '1,22423,CAKE,1,2010-12-03 08:26:00,2.00,,United Kingdom';

test('the same rows give the same lake in whatever files, order and number of copies they come', async (t) => {
  const day = fc.array(row, { minLength: 1, maxLength: 6 });
  const days = fc.array(day, { minLength: 1, maxLength: 4 }).map((some) => [[ALWAYS_COUNTED], ...some]);
  const arrangement = days.chain((some) =>
    fc.record({
      days: fc.constant(some),
      shuffled: fc.shuffledSubarray([...some, ...some], { minLength: some.length * 2 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(arrangement, async ({ days: files, shuffled }) => {
      const [plain = [], rearranged = []] = await Promise.all(
        [files, shuffled].map(async (arranged) => {
          const [root, folder] = [trialFolder(t), join(trialFolder(t), 'export')];
          mkdirSync(folder);
          for (const [n, rows] of arranged.entries()) writeInvoices(folder, `${n}.csv`, rows);
          await buildLake(root, onlineRetail(folder), trialEffects());
          return wholeLake(root, OF_THE_FILES);
        }),
      );
      assert.deepEqual(rearranged, plain);
    }),
    {
      numRuns: Number(process.env['PROPERTY_RUNS'] ?? 6),
      seed: Number(process.env['PROPERTY_SEED'] ?? 42),
      endOnFailure: true,
    },
  );
});
