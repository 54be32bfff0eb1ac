import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { drawGamma, drawPoisson, seededRandom } from '../draws.ts';
import { accuracyOf, type ScoredPoint } from './accuracy.ts';
import type { backtest } from './backtest.ts';
import { labour } from './crew.ts';
import { forecastPanel } from './forecast-panel.ts';
import type { Baseline } from './methods.ts';
import type { ForecastPlan } from './plan.ts';
import { LEVELS } from './quantiles.ts';
import { countChance } from './slow-demand.ts';

const plan: ForecastPlan = { seasons: [7], horizon: 28, gap: 1, isLog: false };
const week = [0.8, 0.8, 0.9, 1, 1.3, 1.6, 0.6];
const still = () => {};

/** Sales of days: a weekly pattern, a slow wave, counts that vary more than Poisson's. */
function sales(days: number, base: number, random: () => number): Float64Array {
  return Float64Array.from({ length: days }, (_, day) => {
    const mean = base * (week[day % 7] ?? 1) * (1 + 0.1 * Math.sin((2 * Math.PI * day) / 365));
    return drawPoisson(mean * drawGamma(10, 10, random), random);
  });
}

async function thirtyProducts() {
  const random = seededRandom(21);
  const values = Array.from({ length: 30 }, () => sales(420, 6 * Math.exp(2 * random()), random));
  const origins = [335, 363, 391];
  return { values, forecasts: await forecastPanel({ values }, origins, plan, still) };
}

const { values, forecasts } = await thirtyProducts();

describe('thirty products of five units a day and more', () => {
  const scored = (baseline?: Baseline): ScoredPoint[] =>
    forecasts.flatMap(({ byOrigin }, series) =>
      byOrigin.flatMap(({ origin, scales, forecast, baselines, quantiles }) =>
        (baseline ? baselines[baseline] : forecast).map((value, step) => {
          const actual = values[series]?.[origin + 1 + step] ?? Number.NaN;
          return { scales, actual, forecast: value, quantiles: quantiles[step] ?? null };
        }),
      ),
    );

  test('are forecast better than by any baseline, without leaning to a side', () => {
    const chosen = accuracyOf(scored(), LEVELS);
    for (const baseline of ['naive', 'seasonal_naive', 'mean'] as const)
      assert.ok(chosen.wape < accuracyOf(scored(baseline), LEVELS).wape, baseline);
    assert.ok(Math.abs(chosen.bias) < 0.08, `${chosen.bias}`);
    assert.ok(chosen.mase < 0.9, `${chosen.mase}`);
  });

  test('fall between P10 and P90 three to four and a quarter times of five', () => {
    const { coverage } = accuracyOf(scored(), LEVELS);
    assert.ok(coverage > 0.75 && coverage < 0.85, `${coverage}`);
  });

  test('are forecast from an origin without a look at what came after it', async () => {
    const later = values.map((own) => own.map((value, at) => (at > 335 ? 9999 : value)));
    const blind = await forecastPanel({ values: later }, [335], plan, still);
    assert.deepEqual(
      blind.map(({ byOrigin }) => byOrigin[0]?.forecast),
      forecasts.map(({ byOrigin }) => byOrigin[0]?.forecast),
    );
  });

  test('are forecast the same by a crew of threads', async () => {
    const calls = Array.from(
      { length: 70 },
      (_, i): Parameters<typeof backtest> => [(values[i % 30] ?? new Float64Array()).slice(0, 90), plan],
    );
    assert.deepEqual(await labour('backtest', calls, still, 2), await labour('backtest', calls, still, 1));
  });
});

test('slow sellers get count distributions that what sold falls into evenly (randomised PIT)', async () => {
  const random = seededRandom(4);
  const values = Array.from({ length: 60 }, () => sales(300, 0.1 + 2 * random(), random));
  const known = values.map((own) => own.slice(0, 272));
  const forecasts = await forecastPanel({ values: known }, [271], plan, still);
  const tenths = new Array<number>(10).fill(0);
  forecasts.forEach(({ byOrigin, shape }, series) => {
    const size = shape?.size;
    assert.ok(size !== null && size !== undefined);
    byOrigin[0]?.forecast.forEach((mean, step) => {
      const actual = values[series]?.[272 + step] ?? 0;
      let below = 0;
      for (let count = 0; count < actual; count++) below += countChance({ mean, size }, count);
      const place = below + random() * countChance({ mean, size }, actual);
      const tenth = Math.min(9, Math.floor(10 * place));
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    });
  });
  const expected = (60 * 28) / 10;
  for (const found of tenths) assert.ok(Math.abs(found / expected - 1) < 0.3, tenths.join(' '));
});

async function shortHistories() {
  const NA = Number.NaN;
  const origin = 99;
  const shaped = (value: (day: number) => number) =>
    Float64Array.from({ length: 128 }, (_, day) => value(day));
  const cases: Record<string, Float64Array> = {
    'nothing observed': shaped(() => NA),
    'observed only after the origin': shaped((day) => (day > origin ? 3 : NA)),
    'one value': shaped((day) => (day === 90 ? 5 : NA)),
    'always the same': shaped(() => 7),
    'never sold': shaped(() => 0),
    'one sale': shaped((day) => (day === 50 ? 1 : 0)),
    'huge counts': shaped((day) => 1e12 + 1e11 * (day % 7)),
    'below zero': shaped((day) => -5 + (day % 7)),
    'every second week missing': shaped((day) => (Math.floor(day / 7) % 2 === 0 ? NA : 20 + (day % 7))),
  };
  const names = Object.keys(cases);
  const found = await forecastPanel({ values: Object.values(cases) }, [origin], plan, still);
  return { names, of: (name: string) => found[names.indexOf(name)]?.byOrigin[0] };
}

const { names, of } = await shortHistories();

describe('histories that say little get a grade, not a crash', () => {
  test('without history there is no forecast', () => {
    for (const name of names.slice(0, 2))
      assert.deepEqual([of(name)?.grade, of(name)?.forecast], ['none', []]);
  });
  test('all others have finite forecasts and ordered quantiles', () => {
    for (const name of names.slice(2)) {
      const found = of(name);
      assert.equal(found?.forecast.filter(Number.isFinite).length, 28, name);
      for (const [p10 = 0, p50 = 0, p90 = 0] of found?.quantiles ?? [])
        assert.ok(p10 <= p50 && p50 <= p90, name);
    }
  });
  test('too short to try is graded C; constant series are forecast as they are', () => {
    assert.equal(of('one value')?.grade, 'C');
    assert.deepEqual(new Set(of('always the same')?.forecast), new Set([7]));
    assert.deepEqual(new Set(of('never sold')?.forecast), new Set([0]));
  });
});
