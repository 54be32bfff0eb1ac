import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newsOf } from './metrics.ts';

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
