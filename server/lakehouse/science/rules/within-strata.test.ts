import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basketsOf } from './baskets.ts';
import { expectedWithin, poissonUpperTail } from './within-strata.ts';

const repeat = (times: number, basket: readonly string[]) => Array.from({ length: times }, () => basket);

test('what only sells in the same weeks is expected together as often as it is', () => {
  // In the second week both are in half the baskets, independently; in the first in none.
  const baskets = basketsOf([
    ...repeat(100, ['bread']),
    ...[
      ...repeat(25, ['holly', 'ivy']),
      ...repeat(25, ['holly']),
      ...repeat(25, ['ivy']),
      ...repeat(25, ['bread']),
    ],
  ]);
  const numberOf = (name: string) => baskets.names.indexOf(name);
  const rules = [{ antecedent: [numberOf('holly')], consequent: numberOf('ivy') }];
  const together = expectedWithin(baskets, { starts: Int32Array.from([0, 200]) }, rules);
  const weekly = expectedWithin(baskets, { starts: Int32Array.from([0, 100, 200]) }, rules);
  assert.deepEqual([...together], [12.5]);
  assert.deepEqual([...weekly], [25]);
});

test('an antecedent of several items counts where all of them are', () => {
  const baskets = basketsOf([
    ...repeat(10, ['a', 'b', 'c']),
    ...repeat(10, ['a', 'b']),
    ...repeat(20, ['c', 'a']),
  ]);
  const [a, b, c] = ['a', 'b', 'c'].map((name) => baskets.names.indexOf(name)) as [number, number, number];
  const starts = Int32Array.from([0, 40]);
  const rules = [
    { antecedent: [a, b], consequent: c },
    { antecedent: [b, c], consequent: a },
    { antecedent: [a, b], consequent: a },
  ];
  assert.deepEqual([...expectedWithin(baskets, { starts }, rules)], [(20 * 30) / 40, (10 * 40) / 40, 20]);
});

test('the upper tail of Poisson is that of the tables', () => {
  assert.ok(Math.abs(poissonUpperTail(3, 1) - 0.0803013970714) < 1e-12);
  assert.ok(Math.abs(poissonUpperTail(100, 100) - 0.5132987983) < 1e-9);
  assert.ok(poissonUpperTail(50, 1) < 1e-60);
  assert.deepEqual([poissonUpperTail(0, 5), poissonUpperTail(1, 0)], [1, 0]);
  assert.ok(Math.abs(poissonUpperTail(1, 200) - 1) < 1e-12);
});
