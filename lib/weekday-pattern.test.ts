import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { minorUnits } from './money.ts';
import type { StoreDay } from './store-day.ts';
import { weekdayPattern } from './weekday-pattern.ts';

const day = (date: string, change: Partial<StoreDay> = {}): StoreDay => ({
  businessDate: businessDate(date),
  netSales: minorUnits(1_000n),
  target: null,
  visits: 10,
  counterTransactions: 3,
  labourHundredths: 800,
  plannedHundredths: 750,
  ...change,
});

test('days of one weekday are taken together, Monday first', () => {
  const [monday, sunday] = weekdayPattern([day('2026-11-22'), day('2026-11-16'), day('2026-11-09')]);
  assert.deepEqual([monday?.weekday, monday?.days, monday?.visits], [1, 2, 20]);
  assert.deepEqual([sunday?.weekday, sunday?.days, sunday?.netSales], [7, 1, 1_000]);
});

test('a day of which something is not known, or without trade, is left out', () => {
  const days = [day('2026-11-16', { visits: null }), day('2026-11-09', { counterTransactions: 0 })];
  assert.deepEqual(weekdayPattern(days), []);
});
