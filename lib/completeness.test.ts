import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import type { UsualStore } from './comparable-day.ts';
import { completeness, completenessInWords, timeOfDay } from './completeness.ts';
import { minuteOfDay } from './live-sales.ts';
import { minorUnits } from './money.ts';
import { dayCurves } from './pacing.ts';

const DAY = businessDate('2010-12-24');
const curves = dayCurves(
  ['2010-12-03', '2010-12-10', '2010-12-17'].flatMap((date) =>
    [10, 11, 12, 13].map((hour) => ({
      businessDate: businessDate(date),
      hour,
      netSales: minorUnits(100n),
      transactions: 10,
    })),
  ),
);
const store = (storeId: string, netSales: bigint, transactions: number): UsualStore => ({
  storeId,
  storeName: storeId,
  netSales: minorUnits(netSales),
  transactions,
  days: 3,
});
const usual = [store('BIG', 900n, 300), store('SMALL', 90n, 9), store('MID', 10n, 60)];
const heard = (...stores: [storeId: string, time: string][]) => ({
  businessDate: DAY,
  floorTime:
    stores
      .map(([, time]) => `${DAY}T${time}`)
      .sort()
      .at(-1) ?? null,
  stores: stores.map(([storeId, time]) => ({
    storeId,
    eventTime: `${DAY}T${time}`,
    netSales: '0',
    transactions: 0,
    units: 0,
  })),
});
const words = (...stores: Parameters<typeof heard>) =>
  completenessInWords(completeness(heard(...stores), usual, curves));

test('a store is missing when it would long have sold something, not when it is merely small', () => {
  assert.equal(words(['BIG', '12:00:00'], ['MID', '11:58:00']), 'All 3 stores in, up to 12:00');
  assert.equal(
    words(['BIG', '12:05:00']),
    '2 of 3 stores in, up to 12:05; the missing one is usually 1% of the day',
  );
  assert.equal(
    words(['MID', '13:59:00'], ['BIG', '10:30:00']),
    '2 of 3 stores in, up to 13:59; the missing one is usually 90% of the day',
  );
});

test('before any event nobody is said to be missing, and a store nobody expected counts', () => {
  assert.equal(words(), 'No store has reported yet');
  assert.match(words(['NEW', '10:01:00']), /^All 4 stores in, up to 10:01/);
  assert.equal(
    completenessInWords(completeness(heard(['BIG', '12:00:00']), usual.slice(0, 1), curves)),
    'The store is in, up to 12:00',
  );
});

test('the small hours belong to the day before', () => {
  assert.equal(minuteOfDay(DAY, '2010-12-25T00:30:00'), 1_470);
  assert.equal(timeOfDay(1_470), '00:30');
});
