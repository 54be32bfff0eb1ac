import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phantomStockScore } from '#lib/phantom-stock.ts';
import { abcClasses, expectedLostMargin, lostSalesEstimate, xyzClass } from './stock-health.ts';

test('silence speaks against stock on record the more sales were to be expected', () => {
  assert.equal(phantomStockScore(0, 2, 10), 0);
  assert.ok(Math.abs(phantomStockScore(5, 0, 100) - 0.03) < 1e-12);
  assert.ok(phantomStockScore(5, 1, 10) > 0.99);
  assert.ok(phantomStockScore(5, 0.1, 10) < phantomStockScore(5, 0.2, 10));
  assert.equal(expectedLostMargin(0.5, 2, 10, 3), 30);
});

test('lost sales are demand over sales while sold out, less substitutes', () =>
  assert.equal(lostSalesEstimate([10, 0, 4, 9], [8, 12, 10, 20], [false, true, true, false], 0.25), 13.5));

test('the item that crosses 80 % is an A, what is worth nothing is a C', () => {
  assert.deepEqual(abcClasses([10, 50, 5, 35, 0, -3]), ['B', 'A', 'C', 'A', 'C', 'C']);
  assert.deepEqual(abcClasses([0, 0]), ['C', 'C']);
});

test('a season known in advance is not variation', () => {
  const season = [0.2, 1.8, 0.2, 1.8];
  const sold = season.map((factor) => 100 * factor);
  assert.equal(xyzClass(sold), 'Y');
  assert.equal(xyzClass(sold, season), 'X');
  assert.equal(xyzClass([0, 0, 9, 0]), 'Z');
  assert.equal(xyzClass([0, 0]), 'Z');
});
