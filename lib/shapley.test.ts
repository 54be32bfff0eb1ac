import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roundToTotal, shapley } from './shapley.ts';

test('a contribution is the mean over every order in which the factors change', () => {
  const three = fc.array(fc.double({ min: -1_000, max: 1_000, noNaN: true }), { minLength: 8, maxLength: 8 });
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  fc.assert(
    fc.property(three, (values) => {
      const mean = [0, 0, 0];
      for (const order of orders) {
        let changed = 0;
        for (const factor of order) {
          const before = values[changed] ?? 0;
          changed |= 1 << factor;
          mean[factor] = (mean[factor] ?? 0) + ((values[changed] ?? 0) - before) / orders.length;
        }
      }
      for (const [at, gain] of shapley(3, (changed) => values[changed] ?? 0).entries())
        assert.ok(Math.abs(gain - (mean[at] ?? 0)) < 1e-9);
    }),
    { numRuns: 500 },
  );
});

test('rounded parts are within a unit of what they were, and sum to the total', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 8 }),
      (parts) => {
        const whole = BigInt(Math.round(parts.reduce((sum, one) => sum + one, 0)));
        const rounded = roundToTotal(parts, whole);
        assert.equal(
          rounded.reduce((sum, one) => sum + one, 0n),
          whole,
        );
        for (const [at, one] of rounded.entries())
          assert.ok(Math.abs(Number(one) - (parts[at] ?? 0)) <= 1.001);
      },
    ),
    { numRuns: 2_000 },
  );
});
