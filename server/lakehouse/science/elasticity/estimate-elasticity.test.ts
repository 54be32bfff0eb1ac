import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawNormal, seededRandom } from '../draws.ts';
import type { DemandColumns } from './demand-sample.ts';
import { type ElasticityPlan, estimateElasticity } from './estimate-elasticity.ts';
import { shrinkToCategory } from './shrink.ts';

const OLS: ElasticityPlan = { method: 'ols', isLog: false, level: 0.9 };
const PPML: ElasticityPlan = { ...OLS, method: 'ppml' };

/** 20 stores, 60 weeks, prices of five points, Poisson-like units about `base`, elasticity as given. */
function demand(seed: number, elasticity: number, base = 8): DemandColumns {
  const random = seededRandom(seed);
  const stores = Array.from({ length: 20 }, () => 0.5 * drawNormal(random));
  const rows = Array.from({ length: 1200 }, (_, row) => {
    const [week, store] = [Math.floor(row / 20), row % 20];
    const price = 10 * (0.8 + 0.1 * Math.floor(5 * random()));
    const mean =
      base * Math.exp((stores[store] ?? 0) + 0.2 * Math.sin(week / 8)) * (price / 10) ** elasticity;
    return { week, store, price, units: poisson(mean, random) };
  });
  return {
    quantity: Float64Array.from(rows, ({ units }) => units),
    price: Float64Array.from(rows, ({ price }) => price),
    controls: [],
    effects: [Int32Array.from(rows, ({ store }) => store), Int32Array.from(rows, ({ week }) => week)],
    cluster: Int32Array.from(rows, ({ store }) => store),
  };
}

function poisson(mean: number, random: () => number): number {
  let count = 0;
  for (let product = random(); product > Math.exp(-mean); product *= random()) count++;
  return count;
}

test('the true elasticity is found within 5 % on average, and nine in ten intervals hold it', () => {
  const fits = Array.from({ length: 60 }, (_, seed) => estimateElasticity(demand(seed, -2), PPML));
  const mean = fits.reduce((sum, { elasticity }) => sum + elasticity.coefficient, 0) / fits.length;
  assert.ok(Math.abs(mean / -2 - 1) < 0.05, String(mean));
  const held = fits.filter(({ elasticity: { lower, upper } }) => lower <= -2 && upper >= -2).length;
  assert.ok(held >= 48 && held <= 59, `${held} of 60`);
  assert.ok(fits.filter(({ evidence }) => evidence.grade === 'A').length >= 54);
});

test('logs of units and units give the same answer', () => {
  const columns = demand(3, -1.5, 60);
  const logs = { ...columns, quantity: columns.quantity.map(Math.log) };
  const [a, b] = [estimateElasticity(columns, OLS), estimateElasticity(logs, { ...OLS, isLog: true })];
  assert.ok(Math.abs(a.elasticity.coefficient - b.elasticity.coefficient) < 1e-12);
});

test('every hopeless case has a grade and a reason, and nothing is thrown', () => {
  const usual = demand(4, -2);
  const of = (change: Partial<DemandColumns>) => estimateElasticity({ ...usual, ...change }, OLS).evidence;
  const same = (value: number) => usual.price.map(() => value);
  assert.deepEqual(of({ price: same(5) }).flags, ['one price only']);
  assert.deepEqual(of({ quantity: same(0) }).flags, ['no rows']);
  assert.deepEqual(of({ price: same(Number.NaN) }).flags, ['no rows']);
  assert.deepEqual(of({ quantity: same(7) }).flags, ['demand is explained without remainder']);
  const byStore = usual.price.map((_, row) => 5 + (row % 20));
  assert.deepEqual(of({ price: byStore }).flags, ['price moves with the effects only']);
  assert.deepEqual(of({ cluster: new Int32Array(1200) }).flags, ['no standard error']);
  for (const rows of [[], [0], [0, 1], [0, 1, 2]])
    for (const plan of [OLS, PPML])
      assert.equal(estimateElasticity(usual, plan, Int32Array.from(rows)).evidence.grade, 'none');
  assert.equal(estimateElasticity({ ...usual, quantity: same(0) }, PPML).evidence.grade, 'none');
});

test('two prices, a rising demand curve and a curve that changes are marked', () => {
  const flagsOf = (columns: DemandColumns) => estimateElasticity(columns, PPML).evidence.flags;
  const usual = demand(5, -2, 20);
  const two = { ...usual, price: usual.price.map((_, row) => (row % 7 < 3 ? 9 : 10)) };
  assert.ok(flagsOf(two).includes('few price points'));
  assert.ok(flagsOf(demand(5, 1.2, 20)).includes('wrong sign'));
  const [early, late] = [demand(6, -1, 20), demand(6, -4, 20)];
  const changing = {
    ...early,
    quantity: early.quantity.map((q, row) => (row < 600 ? q : (late.quantity[row] ?? 0))),
  };
  assert.deepEqual(
    [flagsOf(changing).includes('unstable'), flagsOf(usual).includes('unstable')],
    [true, false],
  );
});

test('least squares that had to leave out many rows without sales is a hint only', () => {
  const slow = demand(9, -2, 1);
  const { evidence } = estimateElasticity(slow, OLS);
  assert.equal(evidence.grade, 'C');
  assert.ok(evidence.flags.includes('rows without sales left out'));
  assert.equal(estimateElasticity(slow, PPML).evidence.grade, 'A');
});

test('huge counts and a few missing values are no trouble', () => {
  const usual = demand(7, -2, 40);
  const huge = usual.quantity.map((units, row) => (row === 5 ? Number.NaN : units * 1e12));
  const fit = estimateElasticity({ ...usual, quantity: huge }, PPML);
  assert.ok(
    Math.abs(fit.elasticity.coefficient - estimateElasticity(usual, PPML).elasticity.coefficient) < 0.02,
  );
  assert.deepEqual(fit.leftOut, { missing: 1, unsold: 0 });
});

test('shrinking brings noisy elasticities nearer to their truth, and leaves sure ones alone', () => {
  const random = seededRandom(8);
  const truth = Array.from({ length: 40 }, () => -2 + 0.3 * drawNormal(random));
  const estimates = truth.map((value, i) => {
    const standardError = i === 0 ? 1e-6 : 0.8;
    return { coefficient: value + standardError * drawNormal(random), standardError };
  });
  const shrunk = shrinkToCategory(estimates);
  const miss = (list: readonly { coefficient: number }[]) =>
    list.reduce((sum, { coefficient }, i) => sum + (coefficient - (truth[i] ?? 0)) ** 2, 0);
  assert.ok(miss(shrunk) < 0.5 * miss(estimates));
  assert.ok(Math.abs((shrunk[0]?.coefficient ?? 0) - (truth[0] ?? 0)) < 1e-4);
  assert.ok(shrunk.every(({ standardError }, i) => standardError <= (estimates[i]?.standardError ?? 0)));
});
