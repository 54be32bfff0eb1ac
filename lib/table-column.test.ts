import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { compareCells, isFigure, readOrder, writeCell, writeOrder } from './table-column.ts';

test('each kind of cell is written as the rest of the product writes it, and nothing is a dash', () => {
  assert.equal(writeCell('money', 123_456n, 'GBP'), '£1,234.56');
  assert.equal(writeCell('count', 12_345, 'GBP'), '12,345');
  assert.equal(writeCell('rate', 0.0525, 'GBP'), '5.3%');
  assert.equal(writeCell('change', 0.042, 'GBP'), '+4.2%');
  assert.equal(writeCell('points', -0.005, 'GBP'), '−0.5 pts');
  assert.equal(writeCell('day', businessDate('2026-11-22'), 'GBP'), '22 Nov 2026');
  assert.equal(writeCell('flag', false, 'GBP'), 'No');
  for (const kind of ['text', 'money', 'count', 'day', 'flag'] as const)
    assert.equal(writeCell(kind, null, 'GBP'), '—');
});

test('figures stand at the right, words and days at the left', () => {
  assert.deepEqual((['text', 'day', 'flag', 'money', 'count', 'change'] as const).map(isFigure), [
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
});

test('cells sort as people read them: S-9 before S-10, money beyond what a float holds', () => {
  assert.ok(compareCells('S-9', 'S-10') < 0);
  assert.ok(compareCells('apple', 'Banana') < 0);
  assert.ok(compareCells(9_007_199_254_740_993n, 9_007_199_254_740_992n) > 0);
  assert.equal(compareCells(2, 2), 0);
});

test('the order of a table survives its address, and a column that is not there sorts nothing', () => {
  const ids = ['name', 'netSales'];
  for (const order of [
    { id: 'netSales', desc: true },
    { id: 'name', desc: false },
  ])
    assert.deepEqual(readOrder(writeOrder(order), ids), order);
  assert.equal(readOrder('-secret', ids), null);
  assert.equal(readOrder('', ids), null);
});
