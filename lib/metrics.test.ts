import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, newsOf } from './metrics.ts';

test('more sales is good news, more returns is bad news', () => {
  assert.equal(newsOf('netSales', 0.04), 'good');
  assert.equal(newsOf('netSales', -0.04), 'bad');
  assert.equal(newsOf('returnRate', 0.04), 'bad');
  assert.equal(newsOf('returnRate', -0.04), 'good');
});

test('no basis, or a change too small to be written, is no news', () => {
  assert.equal(newsOf('netSales', null), null);
  assert.equal(newsOf('netSales', 0.0004), null);
});

test('a rate moves by points, an amount relatively', () => {
  assert.equal(changeOf('returnRate', 0.045, 0.04)?.toFixed(4), '0.0050');
  assert.equal(changeOf('netSales', 110n, 100n)?.toFixed(4), '0.1000');
  assert.equal(changeOf('netSales', 110n, 0n), null);
  assert.equal(changeOf('returnRate', null, 0.04), null);
});
