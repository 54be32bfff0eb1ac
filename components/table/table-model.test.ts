import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyColumn } from './data-cell.tsx';
import { columnWidth, findRows, largestOf, minimumWidth } from './table-model.ts';

const columns: readonly AnyColumn[] = [
  { id: 'name', title: 'Product', kind: 'text', detail: 'code' },
  { id: 'sales', title: 'Net sales', kind: 'money', bar: true },
  { id: 'units', title: 'Units', kind: 'count', wide: true },
];
const rows = [
  { name: 'Velvet Rug', code: 'P-0512', sales: 500n, units: 3 },
  { name: 'Glass Lamp', code: 'P-0634', sales: -20n, units: null },
];

test('rows are found by any part of their words, in any case, and by what stands in small beside them', () => {
  assert.deepEqual(findRows(rows, columns, ' rug '), [rows[0]]);
  assert.deepEqual(findRows(rows, columns, 'p-06'), [rows[1]]);
  assert.deepEqual(findRows(rows, columns, '500'), [], 'figures are sorted by, not looked for');
  assert.equal(findRows(rows, columns, ''), rows);
});

test('bars are drawn against the largest of their column, and never divide by nothing', () => {
  assert.deepEqual(largestOf(rows, columns), { sales: 500 });
  assert.deepEqual(largestOf([], columns), { sales: 1 });
});

test('a column left out on a phone asks for no width there', () => {
  assert.equal(minimumWidth(columns), 15);
});

test('a column is as wide as a heading of two lines asks for, and words share what is left', () => {
  const rate = { id: 'sales', title: 'Return rate', kind: 'rate' } as const;
  assert.equal(columnWidth(rate), 4.75);
  const defined = columnWidth({ ...rate, metric: 'returnRate' }) ?? 0;
  assert.ok(defined > 4.75 && defined < 7, `${defined}`);
  assert.ok((columnWidth({ id: 'units', title: 'Transactions', kind: 'count' }) ?? 0) > 6.5);
  assert.equal(columnWidth({ id: 'name', title: 'Product', kind: 'text' }), null);
});
