import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, METRICS, type MetricDefinition, newsOf } from './metrics.ts';

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

test('a change of a figure that is neither good nor bad is no news', () => {
  assert.equal(newsOf('labourAgainstPlan', 0.2), null);
});

test('a rate is never to be added up, and stock never over days', () => {
  for (const [name, { unit, additivity }] of Object.entries<MetricDefinition>(METRICS))
    if (unit === 'rate' || unit === 'ratio') assert.equal(additivity, 'nonAdditive', name);
  assert.equal(METRICS.onHand.additivity, 'semiAdditive');
});

test('what gives the cost of goods away is marked', () => {
  const marked = Object.entries<MetricDefinition>(METRICS).filter(([, { isMargin }]) => isMargin);
  assert.deepEqual(marked.map(([name]) => name).sort(), [
    'gmroi',
    'grossMargin',
    'grossMarginRate',
    'shrinkRate',
    'stockAtCost',
  ]);
});
