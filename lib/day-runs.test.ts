import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type BusinessDate, businessDate, eachDay } from './business-date.ts';
import { counterpartIn, dayRuns, hull, joinPeriods } from './day-runs.ts';
import { daysIn, type Period } from './period.ts';

const first = businessDate('2026-01-01');
const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(first, days));
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 60 }))
  .map(([from, more]): Period => ({ from, to: addDays(from, more) }));

test('runs hold each day that has a counterpart once, beside that counterpart', () => {
  const shifts = fc.array(fc.constantFrom(-364, -371, -357, null), { minLength: 1, maxLength: 61 });
  fc.assert(
    fc.property(period, shifts, (asked, shiftOf) => {
      const counterpart = (date: BusinessDate) => {
        const shift = shiftOf[eachDay(asked.from, date).length % shiftOf.length];
        return typeof shift === 'number' ? addDays(date, shift) : undefined;
      };
      const runs = dayRuns(asked, counterpart);
      for (const date of eachDay(asked.from, asked.to))
        assert.equal(counterpartIn(runs, date), counterpart(date) ?? null);
      for (const run of runs) assert.equal(daysIn(run.period), daysIn(run.basis));
    }),
    { seed: 20261125, numRuns: 500 },
  );
});

test('a plain shift is one run', () => {
  const asked = { from: first, to: addDays(first, 27) };
  assert.deepEqual(
    dayRuns(asked, (date) => addDays(date, -28)),
    [{ period: asked, basis: { from: addDays(first, -28), to: addDays(first, -1) } }],
  );
});

test('joined periods name the same days, in order and apart', () => {
  fc.assert(
    fc.property(fc.array(period, { maxLength: 8 }), (periods) => {
      const days = (of: readonly Period[]) =>
        [...new Set(of.flatMap(({ from, to }) => eachDay(from, to)))].sort();
      const joined = joinPeriods(periods);
      assert.deepEqual(days(joined), days(periods));
      for (const [at, one] of joined.entries())
        if (at > 0) assert.ok(one.from > addDays(joined[at - 1]?.to ?? one.from, 1));
    }),
    { seed: 20261126, numRuns: 500 },
  );
});

test('the hull reaches from the first day to the last', () => {
  const early = { from: first, to: addDays(first, 2) };
  const late = { from: addDays(first, 10), to: addDays(first, 12) };
  assert.deepEqual(hull([late, early]), { from: first, to: addDays(first, 12) });
});
