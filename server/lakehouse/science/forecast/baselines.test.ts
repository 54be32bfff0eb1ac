import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accuracyOf, errorScales } from './accuracy.ts';
import { meanOf, naive, seasonalNaive } from './baselines.ts';
import { historyOf, imputeStockouts } from './history.ts';

const NA = Number.NaN;
const history = (values: number[], season: number) => {
  const found = historyOf(Float64Array.from(values), season);
  assert.ok(found);
  return found;
};

test('naive repeats the last observed value, seasonal naive the same place of the last season that has one', () => {
  const weeks = history([1, 2, 3, 4, 5, NA, 7, NA], 4);
  assert.deepEqual([...naive(weeks, 2)], [7, 7]);
  assert.deepEqual([...seasonalNaive(weeks, 6, 4)], [5, 2, 7, 4, 5, 2]);
  assert.deepEqual([...seasonalNaive(history([4, 6], 4), 3, 4)], [6, 6, 4]);
});

test('mean is of what was observed', () => assert.deepEqual([...meanOf(history([1, NA, 5], 1), 1)], [3]));

test('a history starts with its first value, and one without any is none', () => {
  assert.deepEqual([...history([NA, NA, 2, 3], 1).observed], [2, 3]);
  assert.equal(historyOf(Float64Array.of(NA, NA), 7), null);
});

test('a gap takes the mean of the same place in the seasons around it, else the line between neighbours', () => {
  assert.deepEqual([...history([1, 10, NA, 30, 3, 12], 2).filled], [1, 10, 2, 30, 3, 12]);
  assert.deepEqual([...history([1, NA, NA, 4], 1).filled], [1, 2, 3, 4]);
});

test('a sold-out day is not learned as zero demand, and never as less than it sold', () => {
  const sales = Float64Array.of(10, 20, 0, 25, 10, 20);
  const isOut = [false, false, true, true, false, false];
  assert.deepEqual([...imputeStockouts(sales, isOut, 2)], [10, 20, 10, 25, 10, 20]);
});

test('accuracy by hand', () => {
  const scales = errorScales(Float64Array.of(1, 3, 2, 6), 2);
  assert.deepEqual(scales, { seasonal: 2, squaredStep: 7 });
  const points = [
    { scales, actual: 10, forecast: 12, quantiles: [8, 10, 12] },
    { scales, actual: 0, forecast: 1, quantiles: [1, 2, 3] },
  ];
  const found = accuracyOf(points, [0.1, 0.5, 0.9]);
  assert.deepEqual(
    { ...found, pinball: found.pinball.toFixed(6), rmsse: found.rmsse.toFixed(6) },
    {
      ...{ points: 2, mape: 0.2, wape: 0.3, mase: 0.75, bias: 0.3, coverage: 0.5 },
      // Losses: 0.1 x 2, 0, 0.1 x 2; 0.9 x 1, 0.5 x 2, 0.1 x 3.
      pinball: (2.6 / 6).toFixed(6),
      rmsse: Math.sqrt(2.5 / 7).toFixed(6),
    },
  );
});
