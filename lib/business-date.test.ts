import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, businessDate, daysBetween, eachDay, isBusinessDate, isoWeekday } from './business-date.ts';

describe('a business date', () => {
  test('is a day of the calendar and nothing else', () => {
    assert.equal(isBusinessDate('2024-02-29'), true);
    for (const text of ['2023-02-29', '2024-2-9', '2024-02-29T00:00', '', '0000-00-00', '2024-13-01']) {
      assert.equal(isBusinessDate(text), false, text);
    }
    assert.throws(() => businessDate('yesterday'), /"yesterday" is not a business date/);
  });

  test('moves over month ends, leap days and clock changes by whole days', () => {
    assert.equal(addDays(businessDate('2024-02-28'), 2), '2024-03-01');
    assert.equal(addDays(businessDate('2026-03-28'), 1), '2026-03-29');
    assert.equal(addDays(businessDate('2026-10-25'), 1), '2026-10-26');
    assert.equal(daysBetween(businessDate('2025-11-23'), businessDate('2026-11-23')), 365);
  });

  test('knows its ISO weekday', () => {
    assert.equal(isoWeekday(businessDate('2026-11-23')), 1);
    assert.equal(isoWeekday(businessDate('1969-12-28')), 7);
  });

  test('lists the days of a range with both ends', () => {
    assert.deepEqual(eachDay(businessDate('2010-12-30'), businessDate('2011-01-01')), [
      '2010-12-30',
      '2010-12-31',
      '2011-01-01',
    ]);
    assert.deepEqual(eachDay(businessDate('2011-01-02'), businessDate('2011-01-01')), []);
  });
});
