import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { hourCurve } from './hour-curve.ts';
import { minorUnits } from './money.ts';

const LAST_WEEK = businessDate('2010-12-17');
const past = [9, 11].map((hour) => ({
  businessDate: LAST_WEEK,
  hour,
  netSales: minorUnits(BigInt(hour)),
  transactions: 1,
}));
const today = [{ hour: 10, netSales: '70', transactions: 1, units: 1 }];

test('an hour gone by without a sale is a zero, one that has not begun is nothing', () => {
  assert.deepEqual(
    hourCurve(today, past, LAST_WEEK, 10 * 60 + 30).map(({ label, today: now, lastWeek }) => [
      label,
      now,
      lastWeek,
    ]),
    [
      ['09:00', 0n, 9n],
      ['10:00', 70n, 0n],
      ['11:00', null, 11n],
    ],
  );
});

test('where last week is not held its hours are unknown, not zero', () => {
  const [point, ...more] = hourCurve(today, past, businessDate('2010-12-10'), 660);
  assert.deepEqual([point?.lastWeek, more.length], [null, 0]);
  assert.deepEqual(hourCurve([], [], LAST_WEEK, null), []);
});
