import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { drawPoisson, seededRandom } from '../draws.ts';
import { accuracyOf } from './accuracy.ts';
import { forecastPanel } from './forecast-panel.ts';
import { hierarchyOf, reconcileForecasts } from './hierarchy.ts';
import type { Baseline } from './methods.ts';
import { LEVELS } from './quantiles.ts';
import { timeAxis } from './time-axis.ts';

const NA = Number.NaN;
const axis = timeAxis(Array.from({ length: 300 }, (_, day) => `${day + 1}`));
const panelOf = (keys: string[][], values: Float64Array[]) => ({
  axis,
  keys,
  values,
  known: values.map(() => []),
  doubled: 0,
});

test('sums stand before their parts, and are missing only where all parts are', () => {
  const values = [Float64Array.of(1, NA, 2), Float64Array.of(4, NA, NA), Float64Array.of(8, 1, NA)];
  const found = hierarchyOf(
    panelOf(
      [
        ['S1', 'A'],
        ['S1', 'B'],
        ['S2', 'A'],
      ],
      values,
    ),
  );
  assert.deepEqual(
    found.keys.map((key) => key.join('/')),
    ['/', 'S1/', 'S2/', 'S1/A', 'S1/B', 'S2/A'],
  );
  assert.deepEqual(found.parents, [-1, 0, 0, 1, 1, 2]);
  assert.deepEqual(found.values.map((own) => [...own]).slice(0, 2), [
    [13, 1, 2],
    [5, NA, 2],
  ]);
});

async function sixStores() {
  const random = seededRandom(12);
  const week = [0.7, 0.8, 0.9, 1, 1.3, 1.7, 0.6];
  const keys = Array.from({ length: 48 }, (_, i) => [`S${i % 6}`, `P${Math.floor(i / 6)}`]);
  const values = keys.map(() => {
    const base = Math.exp(3 * random());
    return Float64Array.from({ length: 300 }, (_, day) => drawPoisson(base * (week[day % 7] ?? 1), random));
  });
  const hierarchy = hierarchyOf(panelOf(keys, values));
  const plan = { seasons: [7], horizon: 28, gap: 1, isLog: false };
  const forecasts = reconcileForecasts(hierarchy, await forecastPanel(hierarchy, [243, 271], plan, () => {}));
  return { hierarchy, forecasts };
}

const { hierarchy, forecasts } = await sixStores();

describe('six stores of eight products', () => {
  test('add up at every period of every origin', () => {
    for (const origin of [0, 1])
      for (let step = 0; step < 28; step++) {
        const mean = (at: number) => forecasts[at]?.byOrigin[origin]?.forecast[step] ?? NA;
        for (const at of hierarchy.parents.keys()) {
          const parts = [...hierarchy.parents.keys()].filter((child) => hierarchy.parents[child] === at);
          const sum = parts.toReversed().reduce((total, child) => total + mean(child), 0);
          if (parts.length > 0) assert.equal(mean(at), sum);
        }
      }
  });

  const accuracy = (level: number, baseline?: Baseline) =>
    accuracyOf(
      forecasts.flatMap(({ byOrigin }, at) =>
        byOrigin.flatMap(({ origin, scales, forecast, baselines, quantiles }) =>
          (hierarchy.levels[at] === level ? (baseline ? baselines[baseline] : forecast) : []).map(
            (value, step) => {
              const actual = hierarchy.values[at]?.[origin + 1 + step] ?? NA;
              return { scales, actual, forecast: value, quantiles: quantiles[step] ?? null };
            },
          ),
        ),
      ),
      LEVELS,
    );

  test('are forecast better than by seasonal naive at every level', () => {
    for (const level of [0, 1, 2])
      assert.ok(accuracy(level).wape < accuracy(level, 'seasonal_naive').wape, `level ${level}`);
  });

  test('keep intervals that hold about four of five at every level', () => {
    for (const level of [1, 2]) {
      const { coverage } = accuracy(level);
      assert.ok(coverage > 0.72 && coverage < 0.9, `level ${level}: ${coverage}`);
    }
  });
});
