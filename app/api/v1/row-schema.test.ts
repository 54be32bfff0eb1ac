import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minorUnits } from '#lib/money.ts';
import { jsonRow, rowSchema } from './row-schema.ts';

const COLUMNS = [
  { id: 'name', title: 'Name', kind: 'text' },
  { id: 'margin', title: 'Margin', kind: 'money' },
] as const;
const ROW = { name: 'North', margin: minorUnits(1_234n), cost: 7 };

test('a row gives its columns, money as exact text, and nothing beside them', () => {
  const given = new Set(['name', 'margin']);
  assert.deepEqual(jsonRow(COLUMNS, ROW, given), { name: 'North', margin: '12.34' });
});

test('a column that was not given to this person is null, whatever the row holds', () => {
  const row = jsonRow(COLUMNS, ROW, new Set(['name']));
  assert.deepEqual(row, { name: 'North', margin: null });
  assert.equal(rowSchema(COLUMNS).safeParse(row).success, true);
});
