import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, businessDate, isoWeekday } from './business-date.ts';
import { BASES, type BasisName, chooseBasis, compare } from './comparison.ts';
import { fiscalDay } from './fiscal-calendar.ts';
import { daysIn } from './period.ts';

const period = (from: string, to: string) => ({ from: businessDate(from), to: businessDate(to) });
const always = period('1990-01-01', '2040-12-31');
const basisOf = (from: string, to: string, basis: BasisName) =>
  compare(period(from, to), basis, always).period;

describe('what a period is compared with', () => {
  test('the days before are as many and end the day before', () => {
    assert.deepEqual(basisOf('2026-10-26', '2026-11-22', 'previous'), period('2026-09-28', '2026-10-25'));
  });

  test('last year is 52 weeks earlier, so Monday lies beside Monday', () => {
    assert.deepEqual(basisOf('2024-02-26', '2024-03-03', 'last-year'), period('2023-02-27', '2023-03-05'));
  });

  test('last fiscal year holds week 1 of 2024 against week 1 of 2023, which had 53 weeks', () => {
    assert.deepEqual(
      basisOf('2024-02-04', '2024-02-10', 'last-fiscal-year'),
      period('2023-01-29', '2023-02-04'),
    );
    assert.deepEqual(basisOf('2024-02-04', '2024-02-10', 'last-year'), period('2023-02-05', '2023-02-11'));
  });

  test('a 53rd week has no counterpart, and it says so', () => {
    const { isFair, words } = compare(period('2024-01-28', '2024-02-03'), 'last-fiscal-year', always);
    assert.equal(isFair, false);
    assert.match(words, /no 53rd week/);
  });

  test('days over the end of a year of 53 weeks have no counterpart in one run', () => {
    assert.equal(compare(period('2024-01-21', '2024-02-10'), 'last-fiscal-year', always).isFair, false);
  });

  test('a basis that is not held whole is not compared with, and it says from when days are held', () => {
    const { isFair, words } = compare(
      period('2026-01-05', '2026-01-11'),
      'last-year',
      period('2025-10-20', '2026-11-22'),
    );
    assert.equal(isFair, false);
    assert.equal(words, 'No comparison: the days before 20 Oct 2025 are not held.');
  });

  test('the words name the basis and its days', () => {
    assert.equal(
      compare(period('2026-11-22', '2026-11-22'), 'previous', always).words,
      'compared with the day before: 21 Nov 2026',
    );
    assert.match(
      compare(period('2026-11-16', '2026-11-22'), 'last-year', always).words,
      /same weekdays 52 weeks earlier: 17.+23 Nov 2025/,
    );
  });

  test('an unknown basis in the address is the default', () => {
    assert.equal(chooseBasis({ basis: 'last-year' }), 'last-year');
    for (const basis of ['yesterday', '__proto__', ['last-year'], undefined])
      assert.equal(chooseBasis({ basis }), 'previous');
  });
});

test('every fair basis is as long as its period, lies wholly before its end, and keeps weekdays a year apart', () => {
  const days = fc.integer({ min: 0, max: 12_000 }).map((day) => addDays(businessDate('1999-01-01'), day));
  const names = fc.constantFrom(...(Object.keys(BASES) as BasisName[]));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 371 }), names, (from, length, basis) => {
      const asked = { from, to: addDays(from, length - 1) };
      const { period: against, isFair } = compare(asked, basis, always);
      if (!isFair) return;
      assert.equal(daysIn(against), length);
      assert.ok(against.to < asked.to);
      if (basis === 'previous') assert.equal(addDays(against.to, 1), asked.from);
      else assert.equal(isoWeekday(against.from), isoWeekday(asked.from));
      if (basis === 'last-fiscal-year') {
        assert.deepEqual(
          { ...fiscalDay(against.to), fiscalYear: 0 },
          { ...fiscalDay(asked.to), fiscalYear: 0 },
        );
      }
    }),
    { seed: 20261123, numRuns: 3_000 },
  );
});
