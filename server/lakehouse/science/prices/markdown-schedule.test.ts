import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AgeingStock, markdownSchedule } from './markdown-schedule.ts';

const ageing = (change: Partial<AgeingStock>): AgeingStock => ({
  ...{ stock: 60, price: 1000, ladder: [900, 800, 700, 600, 500], demand: [8, 8, 8, 8], salvage: 100 },
  elasticity: { coefficient: -2, standardError: 0.2, degreesOfFreedom: 40 },
  ...change,
});

test('too much stock is marked down step by step, never up, and brings in more than waiting', () => {
  const { prices, revenue, revenueOfDoingNothing } = markdownSchedule(ageing({}));
  assert.equal(prices.length, 4);
  assert.ok((prices[0] ?? 0) < 1000);
  for (const [i, price] of prices.entries()) assert.ok(price <= (prices[i - 1] ?? Number.POSITIVE_INFINITY));
  assert.ok(revenue > 1.05 * revenueOfDoingNothing, `${revenue} against ${revenueOfDoingNothing}`);
});

test('stock that will sell anyway keeps its price', () => {
  const { prices, revenue, revenueOfDoingNothing } = markdownSchedule(ageing({ stock: 12 }));
  assert.deepEqual(prices, [1000, 1000, 1000, 1000]);
  assert.ok(revenue >= revenueOfDoingNothing && revenue < 1.001 * revenueOfDoingNothing);
});

test('inelastic demand is not marked down unless what is left costs money', () => {
  const elasticity = { coefficient: -0.5, standardError: 0.05, degreesOfFreedom: 40 };
  assert.deepEqual(new Set(markdownSchedule(ageing({ elasticity, salvage: 0 })).prices), new Set([1000]));
  assert.ok((markdownSchedule(ageing({ elasticity, salvage: -900 })).prices[0] ?? 0) < 1000);
});

test('one period is the newsvendor: the step with the largest expected revenue', () => {
  const given = ageing({
    stock: 10,
    demand: [5],
    salvage: 0,
    elasticity: { coefficient: -2, standardError: 1e-9, degreesOfFreedom: 40 },
  });
  const revenueAt = (price: number) => {
    let [sum, rest, chance] = [0, 1, Math.exp(-5 * (price / 1000) ** -2)];
    for (let d = 0; d < 10; d++) {
      sum += chance * price * d;
      rest -= chance;
      chance *= (5 * (price / 1000) ** -2) / (d + 1);
    }
    return sum + rest * price * 10;
  };
  const best = [1000, ...given.ladder].reduce((most, price) =>
    revenueAt(price) > revenueAt(most) ? price : most,
  );
  const { prices, revenue } = markdownSchedule(given);
  assert.deepEqual(prices, [best]);
  assert.ok(Math.abs(revenue / revenueAt(best) - 1) < 1e-6);
});
