import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelBelow, pathTo } from './category-tree.ts';

const tree = [
  { category: 'Bed and Bath', parent: null, level: 1 },
  { category: 'Bathroom', parent: 'Bed and Bath', level: 2 },
  { category: 'Bath Towel', parent: 'Bathroom', level: 3 },
];

test('the way to a category leads from the department down', () => {
  assert.deepEqual(
    pathTo(tree, 'Bath Towel').map(({ category }) => category),
    ['Bed and Bath', 'Bathroom', 'Bath Towel'],
  );
  assert.deepEqual(pathTo(tree, 'Shoes'), []);
  assert.deepEqual(pathTo(tree, null), []);
});

test('sales are broken down one level below, and not below the last', () => {
  assert.equal(levelBelow([]), 1);
  assert.equal(levelBelow(pathTo(tree, 'Bathroom')), 3);
  assert.equal(levelBelow(pathTo(tree, 'Bath Towel')), null);
});

test('a tree that bites its own tail ends', () => {
  const round = [
    { category: 'a', parent: 'b', level: 1 },
    { category: 'b', parent: 'a', level: 2 },
  ];
  assert.equal(pathTo(round, 'a').length, 2);
});
