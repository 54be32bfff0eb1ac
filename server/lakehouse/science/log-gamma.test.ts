import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logGamma } from './log-gamma.ts';

test('logGamma is the log of factorials, and of the root of pi at a half', () => {
  let factorial = 1;
  for (let n = 1; n <= 100; n++) {
    assert.ok(
      Math.abs(logGamma(n) - Math.log(factorial)) <= 1e-12 * Math.max(1, Math.log(factorial)),
      `${n}`,
    );
    factorial *= n;
  }
  assert.ok(Math.abs(logGamma(0.5) - Math.log(Math.sqrt(Math.PI))) < 1e-14);
});

test('logGamma keeps its recurrence from tiny to huge', () => {
  for (const x of [1e-8, 0.01, 0.3, 2.7, 1e3, 1e6]) {
    const recurrence = logGamma(x + 1) - logGamma(x);
    assert.ok(Math.abs(recurrence - Math.log(x)) < 1e-8 * Math.max(1, Math.abs(logGamma(x))), `${x}`);
  }
  assert.ok(Number.isNaN(logGamma(0)) && Number.isNaN(logGamma(Number.NaN)));
});
