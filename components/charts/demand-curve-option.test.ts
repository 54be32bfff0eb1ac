import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DemandCurve } from '#lib/demand-curve.ts';
import { curvePoints, demandCurveOption, demandCurveSummary, levelAt } from './demand-curve-option.ts';

const curve: DemandCurve = {
  ...{ price: 1000, cost: 600, units: 500, elasticity: -2, standardError: 0.1 },
  interval: [-2.2, -1.8],
};
const palette = {
  ...{ fontFamily: 'Inter', ink: 'ink', inkMuted: 'muted', line: 'line', lineStrong: 'strong' },
  ...{ surface: 'surface', accent: 'accent', good: 'good', bad: 'bad' },
};

test('units fall with the price and pass through those expected now', () => {
  const points = curvePoints(curve, 'units', 800, 1200);
  assert.equal(points.length, 41);
  for (const [at, { mean }] of points.entries()) assert.ok(at === 0 || mean < (points[at - 1]?.mean ?? 0));
  assert.ok(Math.abs(levelAt(curve, 'units', 1000).mean - 500) < 1e-9);
  for (const { mean, lower, upper } of points) assert.ok(lower <= mean + 1 && upper >= mean - 1);
});

test('margin is what is left of each unit, times the units', () => {
  const { mean } = levelAt({ ...curve, standardError: 1e-9, interval: [-2, -2] }, 'margin', 1250);
  assert.ok(Math.abs(mean - 650 * 500 * 1.25 ** -2) < 0.01);
});

test('the chart marks the price now and the price chosen, and says itself in a sentence', () => {
  const points = curvePoints(curve, 'margin', 800, 1200);
  const { series } = demandCurveOption(
    curve,
    'margin',
    points,
    { now: 1000, chosen: 1100 },
    'GBP',
    palette,
  ) as {
    series: { data: number[][] }[];
  };
  assert.deepEqual([series[3]?.data[0]?.[0], series[4]?.data[0]?.[0]], [10, 11]);
  assert.match(
    demandCurveSummary('margin', points, 'GBP', 28),
    /^Expected over 28 days: .* Most at £12\.00: /,
  );
});
