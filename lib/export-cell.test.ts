import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { exportCell } from './export-cell.ts';

test('a file holds the exact value behind what the screen rounds', () => {
  assert.deepEqual(exportCell('money', 9_007_199_254_740_993n), {
    figure: '90071992547409.93',
    style: 'money',
  });
  assert.deepEqual(exportCell('rate', 0.0525), { figure: '0.0525', style: 'rate' });
  assert.deepEqual(exportCell('change', -0.000_000_1), { figure: '0', style: 'rate' });
  assert.deepEqual(exportCell('ratio', 3), { figure: '3', style: 'ratio' });
  assert.deepEqual(exportCell('day', businessDate('2026-11-22')), { day: '2026-11-22' });
});

test('what is missing is an empty cell, in whatever column', () => {
  for (const kind of ['text', 'day', 'money', 'count', 'rate', 'flag'] as const)
    assert.equal(exportCell(kind, null), null);
});
