import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawNormal, seededRandom } from '../draws.ts';
import { allowedPrices, type PriceGuardrails } from './guardrails.ts';
import { gainAt, type PricedProduct, recommendPrice } from './recommend-price.ts';

const RAILS: PriceGuardrails = { maxStep: 0.2, marginFloor: 0.1, endings: [] };
const product = (
  coefficient: number,
  standardError: number,
  change: Partial<PricedProduct> = {},
): PricedProduct => ({
  ...{ price: 1000, cost: 600, units: 500 },
  elasticity: { coefficient, standardError, degreesOfFreedom: 50 },
  ...change,
});

test('an elastic product moves to cost x e / (1 + e) when no guardrail is in the way', () => {
  const { price, optimum, action, reason, limit } = recommendPrice(product(-2.4, 0.01), RAILS);
  assert.ok(Math.abs((optimum ?? 0) - (600 * 2.4) / 1.4) < 1e-9);
  assert.ok(Math.abs(price - 1028.6) < 2, String(price));
  assert.deepEqual([action, reason, limit], ['raise', 'earns most of the allowed prices', null]);
});

test('at an elasticity of -1 or nearer 0 no optimum is invented: the guardrail decides and is named', () => {
  for (const e of [-1, -0.6, 0]) {
    const { price, optimum, limit } = recommendPrice(product(e, 0.05), { ...RAILS, ceiling: 1150 });
    assert.deepEqual([price, optimum, limit], [1150, null, 'ceiling']);
  }
  assert.equal(recommendPrice(product(-1.2, 0.3), RAILS).optimum, null);
});

test('an elasticity hardly known changes nothing', () => {
  const { action, reason, gain } = recommendPrice(product(-2.5, 2), { ...RAILS, maxStep: 0.05 });
  assert.deepEqual([action, reason, gain], ['hold', 'a gain is not sure enough', 0]);
  assert.equal(recommendPrice(product(Number.NaN, 0.1), RAILS).reason, 'not enough evidence');
  assert.equal(recommendPrice(product(-2, 0), RAILS).reason, 'not enough evidence');
});

test('no recommended price crosses a guardrail', () => {
  const random = seededRandom(5);
  for (let draw = 0; draw < 300; draw++) {
    const [low, high] = [0.8 + 0.15 * random(), 1 + 0.1 * random()];
    const given = product(-0.5 - 4 * random(), 0.1 + 0.2 * random(), { cost: 300 + 600 * random() });
    const rails: PriceGuardrails = {
      ...{ maxStep: 0.05 + 0.2 * random(), marginFloor: 0.3 * random(), endings: [99, 49] },
      competitorBand: [1000 * low, 1000 * high],
    };
    const { price, action } = recommendPrice(given, rails);
    if (action === 'hold') continue;
    assert.ok(Math.abs(price / 1000 - 1) <= rails.maxStep + 1e-9);
    assert.ok((price - given.cost) / price >= rails.marginFloor - 1e-5);
    assert.ok(price >= 1000 * low - 0.01 && price <= 1000 * high + 0.01);
    assert.ok(price % 100 === 99 || price % 100 === 49);
  }
});

test('guardrails that leave no price leave the price', () => {
  const rails = { ...RAILS, competitorBand: [700, 750] as const };
  assert.equal(recommendPrice(product(-3, 0.1), rails).reason, 'no price keeps the guardrails');
  assert.deepEqual(allowedPrices(1000, 600, { ...RAILS, maxStep: 0.004, endings: [99] }).prices, [999]);
});

test('on 2,000 products recommendations earn 95 % of what one who knows would, and lose to doing nothing by no more than noise', () => {
  const random = seededRandom(6);
  const rails: PriceGuardrails = { maxStep: 0.15, marginFloor: 0.15, endings: [99, 49, 79] };
  const sum = { ours: 0, oracle: 0, nothing: 0 };
  let worse = 0;
  for (let i = 0; i < 2000; i++) {
    const truth = -2.3 + 0.7 * drawNormal(random);
    const standardError = 0.1 + 0.3 * random();
    const price = 299 + 100 * Math.floor(12 * random());
    const cost = price * (0.45 + 0.35 * random());
    const given = product(truth + standardError * drawNormal(random), standardError, {
      price,
      cost,
      units: 100,
    });
    const now = (price - cost) * 100;
    const gain = gainAt(given, recommendPrice(given, rails).price, truth);
    const known = allowedPrices(price, cost, rails).prices.map((candidate) =>
      gainAt(given, candidate, truth),
    );
    sum.ours += now + gain;
    sum.oracle += now + Math.max(0, ...known);
    sum.nothing += now;
    if (gain < -0.02 * now) worse++;
  }
  assert.ok(sum.ours >= 0.95 * sum.oracle, String(sum.ours / sum.oracle));
  assert.ok(sum.ours > sum.nothing);
  assert.ok(worse < 20, `${worse} of 2000 lose more than 2 %`);
});

test('the gain is of the changed quantity over the horizon, with an interval about it', () => {
  const { price, gain, gainInterval, probabilityOfGain } = recommendPrice(product(-4, 0.3), RAILS);
  const byHand = (price - 600) * 500 * (price / 1000) ** -4 - 400 * 500;
  assert.ok(Math.abs(gain / byHand - 1) < 0.02);
  assert.ok(gainInterval[0] < gain && gain < gainInterval[1] && gainInterval[0] > 0);
  assert.ok(probabilityOfGain > 0.95);
});
