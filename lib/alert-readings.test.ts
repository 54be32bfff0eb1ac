import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertReadings } from './alert-readings.ts';
import { addDays, businessDate } from './business-date.ts';
import type { LiveSales } from './live-sales.ts';
import { minorUnits } from './money.ts';
import { dayCurves } from './pacing.ts';

const DAY = businessDate('2010-12-24');
const hours = [10, 11, 12, 13];
/** Four days of 38,000 to 42,000, a quarter in each hour. */
const curves = dayCurves(
  [-7, -14, -21, -28].flatMap((days, week) =>
    hours.map((hour) => ({
      businessDate: addDays(DAY, days),
      hour,
      netSales: minorUnits(BigInt(9_500 + 250 * week)),
      transactions: 10,
    })),
  ),
);
const usual = [
  { storeId: 'S1', storeName: 'One', netSales: minorUnits(120_000n), transactions: 120, days: 4 },
  { storeId: 'S2', storeName: 'Two', netSales: minorUnits(40_000n), transactions: 40, days: 4 },
];
const sales = (changes: Partial<LiveSales>): LiveSales => ({
  ...{ audience: 'chain', businessDate: DAY, netSales: '19687', transactions: 1, units: 1 },
  ...{ eventTime: `${DAY}T12:00:00`, floorTime: `${DAY}T12:00:00`, countedAt: 0, sentAt: 0 },
  ...{ currency: 'GBP', timeZone: 'UTC', reportingStores: 2, hours: [], channels: [], ticker: [] },
  stores: ['S1', 'S2'].map((storeId) => ({
    ...{ storeId, netSales: '0', transactions: 0, units: 0 },
    eventTime: `${DAY}T12:00:00`,
  })),
  ...changes,
});
const over = (changes: Partial<LiveSales>, now = 0) =>
  alertReadings(sales(changes), { usual, curves, about: 'All stores' }, now)
    .filter(({ level, subject, rule }) => level >= 1 && (rule !== 'behind-pace' || subject === 'chain'))
    .map(({ rule, subject, atStake }) => [rule, subject, atStake]);

test('a day that goes as usual is over no threshold', () => {
  assert.deepEqual(over({}), []);
});

test('sales below the range of past days are behind pace, by what is missing', () => {
  assert.deepEqual(over({ netSales: '15000' }), [['behind-pace', 'chain', '4750']]);
  assert.deepEqual(over({ netSales: '30000' }), [], 'ahead is no alarm');
});

test('a store that says nothing while five tickets were to be expected is silent', () => {
  const [one] = sales({}).stores;
  assert.ok(one);
  assert.deepEqual(over({ stores: [one] }), [['store-silent', 'S2', '5000']]);
});

test('figures that stood still for five minutes are late, but not when the day is over', () => {
  assert.deepEqual(over({}, 300_000), [['data-late', 'chain', '823']]);
  assert.deepEqual(over({ floorTime: `${DAY}T14:00:00` }, 300_000), []);
  assert.deepEqual(over({ floorTime: null }, 300_000), []);
});

test('a store that sells too little is behind by itself, though the chain is not; one that is silent is only silent', () => {
  const takings = { S1: '15000', S2: '800' };
  const stores = sales({}).stores.map((store) => ({ ...store, netSales: takings[store.storeId as 'S1'] }));
  const busy = usual.map((store) => ({ ...store, transactions: 4_000 }));
  const behind = alertReadings(sales({ stores }), { usual: busy, curves, about: 'All stores' }, 0).filter(
    ({ rule, level }) => rule === 'behind-pace' && level >= 1,
  );
  assert.deepEqual(
    behind.map(({ storeId, about, atStake }) => [storeId, about, atStake]),
    [['S2', 'Two', '4200']],
  );
});
