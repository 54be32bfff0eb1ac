import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyColumn } from './data-cell.tsx';
import { columnWidths, findRows, largestOf, minimumWidth } from './table-model.ts';

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

const widthOf = (column: AnyColumn) => columnWidths([columns[0] as AnyColumn, column], rows)[column.id] ?? 0;

test('a column left out on a phone asks for no width there', () => {
  const widths = columnWidths(columns, rows);
  assert.equal(minimumWidth(columns, widths, true), 15);
  assert.ok(minimumWidth(columns, widths, false) > 20);
});

test('figures are as wide as they and a heading of two lines ask for', () => {
  const rate = { id: 'sales', title: 'Return rate', kind: 'rate' } as const;
  assert.equal(widthOf(rate), 4.75);
  const defined = widthOf({ ...rate, metric: 'returnRate' });
  assert.ok(defined > 4.75 && defined < 7, `${defined}`);
  assert.ok(widthOf({ id: 'units', title: 'Transactions', kind: 'count' }) > 6.5);
});

test('words are as wide as they are long, up to a measure', () => {
  const why = { id: 'why', title: 'Why', kind: 'text' } as const;
  const width = (text: string) => columnWidths([why, why], [{ why: 'x' }, { why: text }])['why'] ?? 0;
  assert.ok(width('36 held or coming of 81') > width('11 held'));
  assert.equal(width('long '.repeat(40)), 22);
  assert.equal(width(''), 4.5);
});
