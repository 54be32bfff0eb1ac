import assert from 'node:assert/strict';
import { test } from 'node:test';
import { criticalT, incompleteBeta, twoSidedP } from './student-t.ts';

test('critical values agree with the tables', () => {
  const table: [number, number, number][] = [
    [0.05, 1, 12.706204736174694],
    [0.05, 4, 2.7764451051977987],
    [0.05, 10, 2.228138851964939],
    [0.01, 30, 2.7499956535672259],
    [0.1, 1000, 1.6463788172854614],
  ];
  for (const [p, degrees, t] of table)
    assert.ok(Math.abs(criticalT(p, degrees) / t - 1) < 1e-10, `${criticalT(p, degrees)} is not ${t}`);
});

test('p is the inverse of the critical value, far into the tail too', () => {
  for (const p of [0.9, 0.05, 1e-6, 1e-12])
    assert.ok(Math.abs(twoSidedP(criticalT(p, 17), 17) / p - 1) < 1e-10);
  assert.ok(Math.abs(twoSidedP(40, 30) / (2 * 6.863022594508e-28) - 1) < 1e-9);
});

test('the incomplete beta function is symmetric, and a polynomial for whole numbers', () => {
  assert.ok(Math.abs(incompleteBeta(0.3, 2, 3) - (1 - 0.7 ** 4 - 4 * 0.3 * 0.7 ** 3)) < 1e-14);
  assert.ok(Math.abs(incompleteBeta(0.3, 5, 0.5) + incompleteBeta(0.7, 0.5, 5) - 1) < 1e-14);
});

test('nothing is said without a degree of freedom', () => {
  assert.ok(Number.isNaN(criticalT(0.05, 0)) && Number.isNaN(twoSidedP(2, 0)));
});
