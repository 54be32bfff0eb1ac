import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { seededRandom } from '../draws.ts';
import { apriori } from './apriori.ts';
import { findAssociationRules } from './association-rules.ts';
import { basketsOf, minimumCount } from './baskets.ts';
import { mineFrequentItemsets } from './fp-growth.ts';
import { rankFrequentItems } from './frequent-items.ts';
import { pairCounts } from './pair-counts.ts';
import { indexPlaces } from './pattern-base.ts';

const EVERYTHING = { support: 0, confidence: 0, minLength: 1 };
const someBaskets = fc.array(fc.array(fc.constantFrom(...'abcdefg'), { maxLength: 7 }), {
  minLength: 1,
  maxLength: 40,
});

test('pattern growth finds the itemsets that Apriori finds, with the same counts', () => {
  fc.assert(
    fc.property(someBaskets, fc.integer({ min: 1, max: 6 }), (lists, minimum) => {
      const baskets = basketsOf(lists);
      const { itemsets, itemOfRank } = mineFrequentItemsets(baskets, minimum);
      const found = Array.from({ length: itemsets.size }, (_, n): [string, number] => [
        [...itemsets.ranksOf(n).map((rank) => itemOfRank[rank] as number)].sort((a, b) => a - b).join(),
        itemsets.countOf(n),
      ]);
      assert.equal(new Set(found.map(([set]) => set)).size, found.length);
      assert.deepEqual(new Map(found.sort()), new Map([...apriori(baskets, minimum)].sort()));
    }),
  );
});

test('each measure is what its definition says of counts made by hand', () => {
  fc.assert(
    fc.property(someBaskets, (lists) => {
      const sets = lists.map((list) => new Set(list));
      const holding = (names: readonly string[]) =>
        sets.filter((set) => names.every((name) => set.has(name))).length;
      const close = (actual: number, expected: number) =>
        assert.ok(Math.abs(actual - expected) < 1e-12 || actual === expected, `${actual} is not ${expected}`);
      for (const rule of findAssociationRules(basketsOf(lists), EVERYTHING)) {
        const [n, both] = [sets.length, holding([...rule.antecedent, rule.consequent])];
        const [a, c] = [holding(rule.antecedent), holding([rule.consequent])];
        assert.equal(rule.count, both);
        close(rule.support, both / n);
        close(rule.confidence, both / a);
        close(rule.lift, both / a / (c / n));
        close(rule.leverage, both / n - (a / n) * (c / n));
        if (both === a) assert.equal(rule.conviction, Number.POSITIVE_INFINITY);
        else close(rule.conviction, (1 - c / n) / (1 - both / a));
        assert.ok(rule.q >= rule.p && rule.q <= 1);
      }
    }),
  );
});

test('a basket of one item counts: without it support, confidence and lift would be others', () => {
  const lists = [['bread', 'butter'], ['bread'], ['butter'], ['milk']];
  const [rule] = findAssociationRules(basketsOf(lists), { ...EVERYTHING, minLength: 2 });
  assert.deepEqual([rule?.support, rule?.confidence, rule?.lift], [0.25, 0.5, 1]);
});

test('length 1 lets rules without an antecedent in, whose confidence is the share of the item', () => {
  const rules = findAssociationRules(basketsOf([['milk'], ['milk', 'tea'], ['tea'], ['milk']]), EVERYTHING);
  const empty = rules.filter(({ antecedent }) => antecedent.length === 0);
  assert.deepEqual(
    empty.map(({ consequent, confidence, lift, p }) => [consequent, confidence, lift, p]),
    [
      ['milk', 0.75, 1, 1],
      ['tea', 0.5, 1, 1],
    ],
  );
});

test('the least count is the support rounded up, free of rounding errors', () => {
  assert.deepEqual([minimumCount(0.001, 9835), minimumCount(0.07, 100), minimumCount(0, 5)], [10, 7, 1]);
});

test('where a triangle of pairs would not fit in memory, rows give the same counts', () => {
  const random = seededRandom(3);
  const lists = Array.from({ length: 300 }, () => [...'abcdefghij'].filter(() => random() < 0.4));
  const base = indexPlaces(rankFrequentItems(basketsOf(lists), 1));
  const [triangle, rows] = [pairCounts(base), pairCounts(base, 0)];
  for (let item = 0; item < base.itemCount; item++)
    assert.deepEqual([...triangle.rowOf(item)], [...rows.rowOf(item).subarray(0, item)]);
});

test('planted pairs are found and nothing else, when one in twenty findings may be false', () => {
  const random = seededRandom(11);
  const lists = Array.from({ length: 4000 }, () => {
    const basket = Array.from({ length: 60 }, (_, i) => `p${i}`).filter(() => random() < 0.05);
    if (random() < 0.02) basket.push('p1', 'p2');
    return basket;
  });
  const rules = findAssociationRules(basketsOf(lists), { support: 0.002, confidence: 0, minLength: 2 });
  const significant = rules.filter(({ q }) => q <= 0.05).map((rule) => [...rule.antecedent, rule.consequent]);
  assert.ok(significant.some((names) => names.join() === 'p1,p2'));
  const unrelated = significant.filter((names) => !(names.includes('p1') && names.includes('p2')));
  assert.ok(unrelated.length <= 0.1 * significant.length, unrelated.join(' '));
});

test('baskets without any rule are no rules, not an error', () => {
  assert.deepEqual(findAssociationRules(basketsOf([]), EVERYTHING), []);
  assert.deepEqual(findAssociationRules(basketsOf([[], []]), EVERYTHING), []);
});
