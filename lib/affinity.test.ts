import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AffinityRule, affinityPairs, chooseSlice } from './affinity.ts';
import { affinityRows } from './affinity-columns.ts';

const rule = (antecedent: string, consequent: string, leverage: number, q = 0): AffinityRule => ({
  ...{ antecedent, consequent, antecedentName: antecedent, consequentName: consequent, leverage, q, p: q },
  ...{ bothCount: 10, withAntecedent: 20, withConsequent: 20, baskets: 100, support: 0.1, confidence: 0.5 },
  ...{ lift: 2.5, liftWithin: 2.4, conviction: 1.6 },
});

test('a pair is drawn once whichever way its rules go, the greatest leverage first, larger sets not at all', () => {
  const pairs = affinityPairs(
    [rule('a', 'b', 1), rule('b', 'a', 1), rule('c', 'd', 3), rule('a + b', 'c', 9)],
    5,
  );
  assert.deepEqual(
    pairs.map(({ names }) => names),
    [
      ['c', 'd'],
      ['a', 'b'],
    ],
  );
});

test('an address asks for a slice that is held; anything else is everything', () => {
  const slices = [
    { level: 'product', storeFormat: 'all', season: 'all' },
    { level: 'category', storeFormat: 'express', season: 'winter' },
  ];
  assert.deepEqual(
    chooseSlice({ level: 'category', format: 'express', season: 'winter' }, slices),
    slices[1],
  );
  assert.deepEqual(chooseSlice({ level: 'constructor', format: ['a', 'b'], season: '' }, slices), slices[0]);
});

test('a q too small to write is said to be smaller, never nought', () => {
  assert.deepEqual(
    affinityRows([rule('a', 'b', 1), rule('c', 'd', 1, 0.0312)]).map(({ significance }) => significance),
    ['< 0.0001', '0.0312'],
  );
});
