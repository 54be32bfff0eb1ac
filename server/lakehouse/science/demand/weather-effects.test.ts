import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawNormal, seededRandom } from '../draws.ts';
import { NO_WEATHER, weatherEffect, weatherFactors } from './weather-effects.ts';

const DAYS = 400;
const random = seededRandom(5);
const usual = (day: number) => 12 - 8 * Math.cos((2 * Math.PI * day) / 365.25);
const stores = Array.from({ length: 6 }, (_, at) => ({
  ...{ id: `S-${at}`, region: 'North', isOpen: new Uint8Array(DAYS + 30).fill(1) },
  weather: {
    temperature: Float32Array.from({ length: DAYS + 30 }, (__, day) =>
      day < DAYS + 14 ? usual(day) + 3 * drawNormal(random) : Number.NaN,
    ),
    rain: Float32Array.from({ length: DAYS + 30 }, () => Math.max(0, 8 * random() - 4) * 2),
  },
}));
const sold = stores.map(({ weather }) => {
  const expected = new Float64Array(DAYS).fill(150);
  const units = expected.map((mean, day) => {
    const rain = weather.rain[day] ?? 0;
    const wet = rain >= 5 ? -0.09 : rain > 0 ? -0.03 : 0;
    return (
      mean *
      Math.exp(0.006 * ((weather.temperature[day] ?? 0) - usual(day)) + wet + 0.08 * drawNormal(random))
    );
  });
  return { units, expected };
});

test('what rain and warmth do is told from stores that had other weather on the same day', () => {
  const { perDegree, rain, heavyRain } = weatherEffect(stores, sold, DAYS);
  assert.ok(Math.abs(perDegree - 0.006) < 0.002, String(perDegree));
  assert.ok(Math.abs(rain + 0.03) < 0.015 && Math.abs(heavyRain + 0.06) < 0.02, `${rain} ${heavyRain}`);
});

test('a day whose weather nobody foresees is an ordinary day, and one beyond the limit is not looked at', () => {
  const [store] = stores;
  assert.ok(store);
  const factors = weatherFactors(store, { perDegree: 0.01, rain: -0.05, heavyRain: 0 }, DAYS, DAYS + 30);
  assert.notEqual(factors[DAYS + 3], 1);
  assert.equal(factors[DAYS + 20], 1);
  const seen = factors.subarray(0, DAYS).reduce((sum, factor) => sum + factor, 0) / DAYS;
  assert.ok(Math.abs(seen - 1) < 1e-9);
  assert.equal(weatherFactors(store, { perDegree: 0.01, rain: 0, heavyRain: 0 }, DAYS, DAYS)[DAYS + 3], 1);
  assert.deepEqual(
    new Set(weatherFactors({ ...store, weather: null }, NO_WEATHER, DAYS, DAYS)),
    new Set([1]),
  );
});
