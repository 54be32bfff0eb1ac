import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawNormal, drawPoisson, seededRandom } from '../draws.ts';
import { accuracyOf } from './accuracy.ts';
import { forecastPanel } from './forecast-panel.ts';
import { fitKnownEffects } from './known-effects.ts';

const random = seededRandom(6);
const promoted = Float64Array.from({ length: 130 }, () => Number(random() < 0.25));
const price = promoted.map((isPromoted) => Math.log(10 - 2 * isPromoted + 0.5 * drawNormal(random)));

test('effects that made the past are taken off and put on again', () => {
  const past = promoted
    .subarray(0, 100)
    .map((isPromoted, at) => Math.exp(4 + 0.8 * isPromoted - 2 * (price[at] ?? 0)));
  const effects = fitKnownEffects(past, [promoted, price], false);
  assert.ok(effects);
  const plain = effects.without(past);
  const mean = plain.reduce((sum, value) => sum + value, 0) / plain.length;
  for (const value of plain) assert.ok(Math.abs(value / mean - 1) < 0.03, `${value} ${mean}`);
  for (const [at, value] of effects.with(plain, 0).entries())
    assert.ok(Math.abs(value / (past[at] ?? 0) - 1) < 1e-9);
});

test('what is known and beyond the past counts as its edge, what is missing as the mean', () => {
  const past = Float64Array.from({ length: 60 }, (_, at) => 50 + (at % 5));
  const column = Float64Array.from(
    { length: 63 },
    (_, at) => [at % 5, 4, 99, Number.NaN][Math.max(0, at - 59)] ?? 0,
  );
  const effects = fitKnownEffects(past, [column], false);
  const [edge = 0, beyond = 1, missing = 0] = effects?.with(new Float64Array(3).fill(50), 60) ?? [];
  assert.equal(beyond, edge);
  assert.equal(missing, 50);
});

test('columns that do not vary and pasts too short to tell have no effects', () => {
  const past = new Float64Array(60).fill(5);
  assert.equal(fitKnownEffects(past, [new Float64Array(60).fill(1)], false), null);
  assert.equal(fitKnownEffects(past.subarray(0, 10), [promoted], false), null);
  assert.equal(fitKnownEffects(new Float64Array(60), [promoted], false), null);
});

test('promotions planned for the weeks ahead are foreseen', async () => {
  const values = Array.from({ length: 12 }, () =>
    promoted.map((isPromoted) => drawPoisson(30 * Math.exp(isPromoted), random)),
  );
  const wape = async (known: readonly Float64Array[][]) => {
    const plan = { seasons: [1], horizon: 4, gap: 1, isLog: false };
    const forecasts = await forecastPanel({ values, known }, [113, 117, 121, 125], plan, () => {});
    const points = forecasts.flatMap(({ byOrigin }, series) =>
      byOrigin.flatMap(({ origin, scales, forecast }) =>
        forecast.map((value, step) => ({
          scales,
          actual: values[series]?.[origin + 1 + step] ?? 0,
          forecast: value,
          quantiles: null,
        })),
      ),
    );
    return accuracyOf(points, []).wape;
  };
  const [blind, seeing] = [await wape([]), await wape(values.map(() => [promoted]))];
  assert.ok(seeing < 0.6 * blind, `${seeing} ${blind}`);
});
