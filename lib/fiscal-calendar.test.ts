import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, businessDate, daysBetween, isoWeekday } from './business-date.ts';
import {
  type FiscalPattern,
  fiscalDay,
  fiscalYearStart,
  restatedLastYear,
  sameWeekLastYear,
  weeksInFiscalYear,
} from './fiscal-calendar.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(businessDate('1970-01-01'), days));
const year = fc.integer({ min: 1971, max: 2099 });
const PATTERNS: readonly FiscalPattern[] = ['4-5-4', '4-4-5', '13-period'];

test('the years the NRF published begin and end as published', () => {
  const published = {
    2023: ['2023-01-29', '2024-02-03'],
    2024: ['2024-02-04', '2025-02-01'],
    2025: ['2025-02-02', '2026-01-31'],
  };
  for (const [fiscalYear, ends] of Object.entries(published))
    assert.deepEqual(
      [fiscalYearStart(Number(fiscalYear)), addDays(fiscalYearStart(Number(fiscalYear) + 1), -1)],
      ends,
    );
});

test('the years of 53 weeks are those of the NRF', () => {
  const years = Array.from({ length: 31 }, (_, index) => 2000 + index);
  assert.deepEqual(
    years.filter((fiscalYear) => weeksInFiscalYear(fiscalYear) === 53),
    [2000, 2006, 2012, 2017, 2023, 2028],
  );
});

test('a fiscal year is whole weeks from a Sunday to the Saturday nearest 31 January', () => {
  fc.assert(
    fc.property(year, (fiscalYear) => {
      const last = addDays(fiscalYearStart(fiscalYear + 1), -1);
      assert.equal(isoWeekday(fiscalYearStart(fiscalYear)), 7);
      assert.ok(Math.abs(daysBetween(last, businessDate(`${fiscalYear + 1}-01-31`))) <= 3);
      assert.equal(daysBetween(fiscalYearStart(fiscalYear), last) + 1, 7 * weeksInFiscalYear(fiscalYear));
    }),
  );
});

test('each day falls in one week of one period, and the next day in the same or the one after', () => {
  for (const pattern of PATTERNS)
    fc.assert(
      fc.property(day, (date) => {
        const here = fiscalDay(date, pattern);
        const next = fiscalDay(addDays(date, 1), pattern);
        assert.ok(here.weekOfPeriod >= 1 && here.fiscalWeek >= 1);
        if (isoWeekday(date) !== 6) return assert.deepEqual(next, here);
        if (next.fiscalYear > here.fiscalYear)
          return assert.deepEqual(next, {
            fiscalYear: here.fiscalYear + 1,
            fiscalPeriod: 1,
            fiscalWeek: 1,
            weekOfPeriod: 1,
          });
        assert.equal(next.fiscalWeek, here.fiscalWeek + 1);
        const samePeriod = next.fiscalPeriod === here.fiscalPeriod;
        assert.equal(next.weekOfPeriod, samePeriod ? here.weekOfPeriod + 1 : 1);
        assert.ok(samePeriod || next.fiscalPeriod === here.fiscalPeriod + 1);
      }),
    );
});

test('quarters of 4-5-4 and of 4-4-5 end on the same days, and a 53rd week lengthens the last period', () => {
  assert.equal(fiscalDay(businessDate('2025-03-02')).fiscalPeriod, 2);
  assert.equal(fiscalDay(businessDate('2025-04-05')).weekOfPeriod, 5);
  assert.equal(fiscalDay(businessDate('2025-04-05'), '4-4-5').fiscalPeriod, 3);
  for (const [pattern, period, week] of [
    ['4-5-4', 12, 5],
    ['4-4-5', 12, 6],
    ['13-period', 13, 5],
  ] as const)
    assert.deepEqual(fiscalDay(businessDate('2024-02-03'), pattern), {
      fiscalYear: 2023,
      fiscalPeriod: period,
      fiscalWeek: 53,
      weekOfPeriod: week,
    });
});

test('after a year of 53 weeks the restated year before begins with its second week', () => {
  assert.equal(restatedLastYear(businessDate('2024-02-04')), '2023-02-05');
  assert.equal(sameWeekLastYear(businessDate('2024-02-04')), '2023-01-29');
  assert.equal(sameWeekLastYear(businessDate('2024-01-31')), undefined);
  assert.equal(restatedLastYear(businessDate('2024-01-31')), '2023-02-01');
});

test('a day and the day it is compared with are the same weekday', () => {
  fc.assert(
    fc.property(day, (date) => {
      assert.equal(isoWeekday(restatedLastYear(date)), isoWeekday(date));
      const same = sameWeekLastYear(date);
      if (same) assert.equal(fiscalDay(same).fiscalWeek, fiscalDay(date).fiscalWeek);
    }),
  );
});
