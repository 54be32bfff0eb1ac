import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, businessDate } from './business-date.ts';
import type { ComparableHour } from './comparable-day.ts';
import { minorUnits } from './money.ts';
import { type DayCurve, dayCurves, pacing, quantile, takenBy, trimmedMean, usualShareBy } from './pacing.ts';

const FIRST = businessDate('2010-10-01');

/** Days seven apart, each a list of takings from ten o'clock on. */
function curvesOf(days: readonly (readonly number[])[]): DayCurve[] {
  const hours = days.flatMap((amounts, week) =>
    amounts.map(
      (amount, at): ComparableHour => ({
        businessDate: addDays(FIRST, 7 * week),
        hour: 10 + at,
        netSales: minorUnits(BigInt(amount)),
        transactions: 1,
      }),
    ),
  );
  return dayCurves(hours);
}

const shops = fc
  .array(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 8, maxLength: 8 }), {
    minLength: 3,
    maxLength: 9,
  })
  .map(curvesOf);
const minute = fc.integer({ min: 0, max: 47 * 60 });

describe('pacing', () => {
  test('by hand: three equal days, half of each in by noon', () => {
    const curves = curvesOf([
      [100, 100, 200],
      [100, 100, 200],
      [100, 100, 200],
    ]);
    const found = pacing(curves, minorUnits(300n), 12 * 60);
    assert.deepEqual(found, {
      expectedByNow: { value: 200n, low: 200n, high: 200n },
      projectedClose: { value: 600n, low: 600n, high: 600n },
      usualDay: 400n,
      days: 3,
    });
    assert.equal(
      pacing(curves, minorUnits(300n), 11 * 60 + 30)?.expectedByNow.value,
      150n,
      'within an hour, evenly',
    );
  });

  test('says nothing with fewer than three days, and projects nothing from the first minutes', () => {
    assert.equal(pacing(curvesOf([[1], [1]]), minorUnits(1n), 660), null);
    const curves = curvesOf([
      [1, 99],
      [1, 99],
      [1, 99],
    ]);
    assert.equal(pacing(curves, minorUnits(5n), 10 * 60 + 30)?.projectedClose, null);
  });

  test('a day without sales is no day to compare with', () => {
    assert.equal(
      curvesOf([
        [0, 0],
        [1, 2],
      ]).length,
      1,
    );
  });

  test('the usual share grows from nothing to all', () => {
    fc.assert(
      fc.property(shops, minute, minute, (curves, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        assert.ok(usualShareBy(curves, early) <= usualShareBy(curves, late) + 1e-12);
        assert.equal(usualShareBy(curves, 0), 0);
        assert.ok(Math.abs(usualShareBy(curves, 18 * 60) - 1) < 1e-12);
      }),
    );
  });

  test('a day that goes as the comparable ones is expected, and its close foretold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 8, maxLength: 8 }),
        minute,
        (day, at) => {
          const curves = curvesOf([day, day, day, day]);
          const [curve] = curves;
          assert.ok(curve);
          const soFar = takenBy(curve, at);
          const found = pacing(curves, minorUnits(BigInt(Math.round(soFar))), at);
          assert.ok(Math.abs(Number(found?.expectedByNow.value) - soFar) <= 1);
          if (found?.projectedClose)
            assert.ok(
              Math.abs(Number(found.projectedClose.value) / curve.total - 1) <
                0.5 / (0.05 * curve.total) + 1e-6,
            );
        },
      ),
    );
  });

  test('a value lies within its own range, and twice the sales close twice as high', () => {
    fc.assert(
      fc.property(shops, minute, fc.integer({ min: 0, max: 1e9 }), (curves, at, sold) => {
        const once = pacing(curves, minorUnits(BigInt(sold)), at);
        const twice = pacing(curves, minorUnits(2n * BigInt(sold)), at);
        for (const estimate of [once?.expectedByNow, once?.projectedClose])
          if (estimate) assert.ok(estimate.low <= estimate.value && estimate.value <= estimate.high);
        if (once?.projectedClose && twice?.projectedClose)
          assert.ok(Math.abs(Number(twice.projectedClose.value - 2n * once.projectedClose.value)) <= 2);
      }),
    );
  });
});

test('trimmedMean leaves out the lowest and the highest of five or more', () => {
  assert.equal(trimmedMean([1, 2, 3]), 2);
  assert.equal(trimmedMean([-1_000, 2, 3, 4, 1_000]), 3);
  assert.equal(trimmedMean([]), 0);
});

test('quantile goes from the lowest to the highest', () => {
  const values = [30, 10, 20];
  assert.deepEqual(
    [0, 0.25, 0.5, 1].map((share) => quantile(values, share)),
    [10, 15, 20, 30],
  );
});
