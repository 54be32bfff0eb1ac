import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adjustForDiscovery } from './false-discovery.ts';
import { fisherUpperTail } from './fisher.ts';

test("Fisher's tea taster: three of four milk-first cups named right has p 17/70", () => {
  assert.ok(Math.abs(fisherUpperTail(3, 4, 4, 8) - 17 / 70) < 1e-14);
  assert.ok(Math.abs(fisherUpperTail(4, 4, 4, 8) - 1 / 70) < 1e-14);
});

test('the tail adds up the hypergeometric probabilities, on both sides of the mean', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  for (let both = 0; both <= 9; both++) {
    let tail = 0;
    for (let k = both; k <= 9; k++)
      if (11 - k <= 10) tail += (choose(9, k) * choose(10, 11 - k)) / choose(19, 11);
    assert.ok(Math.abs(fisherUpperTail(both, 9, 11, 19) - tail) < 1e-13, String(both));
  }
});

test('huge counts give a tiny p, never NaN', () => {
  const p = fisherUpperTail(400_000, 500_000, 600_000, 10_000_000);
  assert.ok(p >= 0 && p < 1e-300);
  assert.equal(fisherUpperTail(5, 5, 10, 10), 1);
});

test("Benjamini and Hochberg's own example of 15 tests rejects four at 5 %", () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  const q = adjustForDiscovery(Float64Array.from(p));
  assert.equal(q.filter((value) => value <= 0.05).length, 4);
  assert.ok(Math.abs((q[3] as number) - (0.0095 * 15) / 4) < 1e-12);
});

test('hypotheses that were looked at and not kept make the others less sure', () => {
  assert.deepEqual([...adjustForDiscovery(Float64Array.of(0.01, 0.001), 100)], [0.5, 0.1]);
});
