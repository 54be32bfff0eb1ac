import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, businessDate, eachDay, isoWeekday } from './business-date.ts';
import { BASES, type BasisName, chooseBasis, compare } from './comparison.ts';
import { fiscalDay, fiscalPeriodStart, weeksInFiscalYear } from './fiscal-calendar.ts';
import { holidayAligned, movedOccasions } from './moving-holidays.ts';
import { daysIn, type Period, type PeriodPreset } from './period.ts';
import { easterSunday } from './public-holidays.ts';

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

  test('after a year of 53 weeks the fiscal basis is restated: its first week drops out', () => {
    // NRF: fiscal 2023 had 53 weeks (2023-01-29 to 2024-02-03), so week 1 of 2024 lies beside its week 2.
    assert.deepEqual(
      basisOf('2024-02-04', '2024-02-10', 'last-fiscal-year'),
      period('2023-02-05', '2023-02-11'),
    );
    const { words } = compare(period('2024-02-04', '2024-02-10'), 'last-fiscal-year', always);
    assert.match(
      words,
      /same fiscal weeks of last year, restated without week 1 of 2023, which had 53 weeks/,
    );
    // Two years after it nothing is restated any more.
    assert.deepEqual(
      basisOf('2025-02-02', '2025-02-08', 'last-fiscal-year'),
      period('2024-02-04', '2024-02-10'),
    );
  });

  test('a year that follows one of 53 weeks is held against 52 of them', () => {
    const { period: basis, words } = compare(period('2024-02-04', '2025-02-01'), 'last-fiscal-year', always);
    assert.deepEqual(basis, period('2023-02-05', '2024-02-03'));
    assert.match(words, /restated/);
  });

  test('a 53rd week has no counterpart, and it says so', () => {
    const { isFair, words } = compare(period('2024-01-28', '2024-02-03'), 'last-fiscal-year', always);
    assert.equal(isFair, false);
    assert.match(words, /no 53rd week|No comparison/);
  });

  test('days around a 53rd week are compared without it, by those who can leave days out', () => {
    const around = period('2024-01-21', '2024-02-10');
    assert.equal(compare(around, 'last-fiscal-year', always).isFair, false);
    const fair = compare(around, 'last-fiscal-year', always, { leavesOut: true });
    assert.equal(fair.isFair, true);
    assert.deepEqual(fair.matched, [period('2024-01-21', '2024-01-27'), period('2024-02-04', '2024-02-10')]);
    assert.deepEqual(fair.days, [period('2023-01-22', '2023-01-28'), period('2023-02-05', '2023-02-11')]);
    assert.match(fair.words, /no 53rd week, so these days are left out/);
  });

  test('over a leap day weekdays still lie beside weekdays', () => {
    const { days } = compare(period('2024-02-29', '2024-02-29'), 'last-year', always);
    assert.deepEqual(days, [period('2023-03-02', '2023-03-02')]);
    assert.equal(isoWeekday(businessDate('2024-02-29')), isoWeekday(businessDate('2023-03-02')));
  });

  test('the days on which clocks change are days like others', () => {
    assert.deepEqual(basisOf('2026-03-29', '2026-03-29', 'previous'), period('2026-03-28', '2026-03-28'));
    assert.deepEqual(basisOf('2026-10-25', '2026-10-25', 'last-year'), period('2025-10-26', '2025-10-26'));
    assert.equal(daysIn(basisOf('2026-10-01', '2026-10-31', 'previous')), 31);
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

describe('holidays that move', () => {
  const aligned = (from: string, to: string) =>
    compare(period(from, to), 'last-year-holidays', always, { country: 'GB' });

  test('Good Friday lies beside Good Friday, though Easter came two weeks later the year before', () => {
    // Easter: 20 April 2025, 5 April 2026.
    assert.deepEqual(aligned('2026-04-03', '2026-04-03').days, [period('2025-04-18', '2025-04-18')]);
    const { days, words } = aligned('2026-03-30', '2026-04-06');
    assert.deepEqual(days, [period('2025-04-14', '2025-04-21')]);
    assert.match(words, /52 weeks earlier, Easter beside itself/);
  });

  test('the days that Easter took are held against those it left', () => {
    // Unaligned, 20 April 2026 (a Monday) would lie beside Easter Monday 2025.
    assert.deepEqual(aligned('2026-04-20', '2026-04-20').days, [period('2025-04-07', '2025-04-07')]);
  });

  test('two quarters with an Easter in different ones say so, and hold every day once', () => {
    const { days, runs, words } = aligned('2024-01-29', '2024-04-28');
    assert.match(words, /Easter/);
    assert.equal(
      days.reduce((sum, run) => sum + daysIn(run), 0),
      91,
    );
    assert.ok(runs.length > 1);
  });

  test('Black Friday lies beside Black Friday where Thanksgiving moved by a week', () => {
    assert.deepEqual(aligned('2024-11-29', '2024-11-29').days, [period('2023-11-24', '2023-11-24')]);
    assert.deepEqual(basisOf('2024-11-29', '2024-11-29', 'last-year'), period('2023-12-01', '2023-12-01'));
  });

  test('Christmas Day stands on its date, not on its weekday', () => {
    assert.deepEqual(aligned('2026-12-25', '2026-12-25').days, [period('2025-12-25', '2025-12-25')]);
  });

  test('without a holiday that moves it is last year, and says so', () => {
    const { days, words } = aligned('2026-10-26', '2026-11-22');
    assert.deepEqual(days, [basisOf('2026-10-26', '2026-11-22', 'last-year')]);
    assert.match(words, /no holiday moves between these days/);
  });

  test('where the holidays are not known nothing is aligned by guess', () => {
    const { isFair, words } = compare(period('2026-04-03', '2026-04-03'), 'last-year-holidays', always);
    assert.equal(isFair, false);
    assert.equal(words, 'No comparison: the public holidays of these stores are not known.');
  });
});

describe('a stretch to date', () => {
  const toDate = (from: string, to: string, preset: PeriodPreset, leavesOut = false) =>
    compare(period(from, to), 'previous', always, { preset, leavesOut });

  test('three days of a week are held against the first three of the week before', () => {
    const { days, words } = toDate('2026-11-15', '2026-11-17', 'week-to-date');
    assert.deepEqual(days, [period('2026-11-08', '2026-11-10')]);
    assert.match(words, /the same days of the fiscal week before/);
  });

  test('a period to date is cut at the same day of the period before, be that longer', () => {
    // Fiscal November 2026 begins on 1 November; October before it has five weeks from 27 September.
    assert.deepEqual(toDate('2026-11-01', '2026-11-10', 'period-to-date').days, [
      period('2026-10-04', '2026-10-13'),
    ]);
  });

  test('a fifth week that the period before did not have is left out, and it says so', () => {
    const [from, to] = [fiscalPeriodStart(businessDate('2026-03-31')), businessDate('2026-04-04')];
    assert.equal(daysIn({ from, to }), 35);
    assert.equal(toDate(from, to, 'period-to-date').isFair, false);
    const { matched, days, words } = toDate(from, to, 'period-to-date', true);
    assert.deepEqual(
      [matched, days].map(([run]) => run && daysIn(run)),
      [28, 28],
    );
    assert.match(words, /the fiscal period before was shorter, so these days are left out/);
  });

  test('a year to date against last year is cut at the same day', () => {
    const { days } = compare(period('2026-02-01', '2026-11-22'), 'last-fiscal-year', always, {
      preset: 'year-to-date',
    });
    assert.deepEqual(days, [period('2025-02-02', '2025-11-23')]);
  });
});

const days = fc.integer({ min: 0, max: 12_000 }).map((day) => addDays(businessDate('1999-01-01'), day));
const names = fc.constantFrom(...(Object.keys(BASES) as BasisName[]));
const choice = { country: 'GB', leavesOut: true } as const;

test('every fair basis lies day by day beside its period, wholly before its end, and holds no day twice', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 371 }), names, (from, length, basis) => {
      const asked = { from, to: addDays(from, length - 1) };
      const { runs, days: against, matched, isFair } = compare(asked, basis, always, choice);
      if (!isFair) return;
      const total = (periods: readonly Period[]) => periods.reduce((sum, run) => sum + daysIn(run), 0);
      assert.equal(total(runs.map((run) => run.basis)), total(against));
      assert.equal(total(matched), total(against));
      for (const run of runs) assert.equal(daysIn(run.basis), daysIn(run.period));
      for (const run of against) assert.ok(run.to < asked.to);
      if (basis === 'previous') assert.equal(addDays(against[0].to, 1), asked.from);
      if (basis === 'last-year')
        for (const run of runs) assert.equal(isoWeekday(run.basis.from), isoWeekday(run.period.from));
    }),
    { seed: 20261123, numRuns: 3_000 },
  );
});

test('the restated fiscal basis keeps weeks in their order and leaves out a 53rd week alone', () => {
  fc.assert(
    fc.property(days, (from) => {
      const { runs, isFair } = compare({ from, to: from }, 'last-fiscal-year', always, choice);
      const { fiscalYear, fiscalWeek } = fiscalDay(from);
      assert.equal(isFair, fiscalWeek !== 53);
      const [run] = runs;
      if (!run) return;
      const against = fiscalDay(run.basis.from);
      assert.equal(against.fiscalYear, fiscalYear - 1);
      assert.equal(against.fiscalWeek, fiscalWeek + (weeksInFiscalYear(fiscalYear - 1) === 53 ? 1 : 0));
    }),
    { seed: 20261124, numRuns: 3_000 },
  );
});

test('aligning holidays only reorders the days of last year', () => {
  const years = fc.integer({ min: 1995, max: 2040 });
  fc.assert(
    fc.property(years, fc.constantFrom('GB', 'US'), (year, country) => {
      const align = holidayAligned(movedOccasions(year - 1, year + 2, country));
      const asked = eachDay(businessDate(`${year}-03-05`), businessDate(`${year}-11-10`));
      const aligned = asked.map(align);
      assert.equal(new Set(aligned).size, asked.length);
      // Between March and November nothing crosses the ends, so it is a permutation of the same days.
      assert.deepEqual(
        [...aligned].sort(),
        asked.map((day) => addDays(day, -364)),
      );
      const easter = align(easterSunday(year));
      assert.equal(easter, easterSunday(year - 1));
    }),
    { seed: 20261125, numRuns: 60 },
  );
});
