import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storeDay } from '#server/gold/tables/gold.ts';
import { compareContract, declaredColumns } from './compare-contract.ts';

const THERE = declaredColumns(storeDay).map(([column, type], at) => ({
  table: 'gold.store_day',
  column,
  type,
  position: at + 1,
}));

test('what is as declared has no difference', () => {
  assert.deepEqual(compareContract([storeDay], THERE), []);
});

test('a column that is gone, new, renamed or in another place is named', () => {
  const differences = (found: typeof THERE) =>
    compareContract([storeDay], found).map(({ column, contract, there }) => [column, contract, there]);
  assert.deepEqual(differences(THERE.filter(({ column }) => column !== 'month')), [
    ['month', 'int', 'nothing'],
  ]);
  const extra = { table: 'gold.store_day', column: 'tax', type: 'float', position: 99 };
  assert.deepEqual(differences([...THERE, extra]), [['tax', 'nothing', 'float']]);
  assert.deepEqual(
    differences(THERE.map((found) => (found.column === 'units' ? { ...found, column: 'pieces' } : found))),
    [
      ['units', 'int', 'nothing'],
      ['pieces', 'nothing', 'int'],
    ],
  );
  const swapped = THERE.map((found) => ({
    ...found,
    position: found.position < 3 ? 3 - found.position : found.position,
  }));
  assert.deepEqual(differences(swapped), [
    ['business_date', 'place 1', 'place 2'],
    ['store_id', 'place 2', 'place 1'],
  ]);
});

test('a view of no contract is a difference', () => {
  const other = { table: 'gold.old_sales', column: 'a', type: 'int', position: 1 };
  assert.deepEqual(compareContract([storeDay], [...THERE, other]), [
    { table: 'gold.old_sales', column: '', contract: 'no such view', there: 'a view' },
  ]);
});
