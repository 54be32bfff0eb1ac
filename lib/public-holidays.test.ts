import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isoWeekday } from './business-date.ts';
import { easterSunday, publicHolidays } from './public-holidays.ts';

const year = fc.integer({ min: 1990, max: 2099 });
const days = (of: number, country: 'GB' | 'US') => [...publicHolidays(of, country).keys()].sort();

test('Easter moves as published', () => {
  assert.deepEqual([1981, 2000, 2008, 2019, 2024, 2025, 2026, 2038].map(easterSunday), [
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
  ]);
});

test('England and Wales kept the days the government published', () => {
  assert.deepEqual(
    days(2022, 'GB'),
    '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'.split(' ').map((day) => `2022-${day}`),
  );
  assert.deepEqual(
    days(2026, 'GB'),
    '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'.split(' ').map((day) => `2026-${day}`),
  );
});

test('the United States kept the days the federal government published', () => {
  assert.deepEqual(
    days(2026, 'US'),
    '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'
      .split(' ')
      .map((day) => `2026-${day}`),
  );
});

test('Easter is a Sunday from 22 March to 25 April', () => {
  fc.assert(
    fc.property(year, (of) => {
      const easter = easterSunday(of);
      assert.equal(isoWeekday(easter), 7);
      assert.ok(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25');
    }),
  );
});

test('a public holiday is a weekday of its own', () => {
  fc.assert(
    fc.property(year, (of) => {
      for (const country of ['GB', 'US'] as const) {
        assert.ok(days(of, country).every((date) => isoWeekday(date) <= 5));
        assert.ok(days(of, country).length >= 8);
      }
    }),
  );
});
