import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type HierarchyNode, reconcile } from './reconcile.ts';

const finite = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const variance = fc.double({ min: 0.01, max: 100, noNaN: true });
const hierarchy: fc.Arbitrary<HierarchyNode[]> = fc
  .array(fc.record({ parent: fc.nat(), mean: finite, variance }), { minLength: 2, maxLength: 25 })
  .map((nodes) => nodes.map((node, at) => ({ ...node, parent: at === 0 ? -1 : node.parent % at })));

const childrenOf = (nodes: readonly HierarchyNode[], parent: number) =>
  nodes.flatMap((node, at) => (node.parent === parent ? [at] : []));

test('every parent is exactly the sum of its children', () =>
  fc.assert(
    fc.property(hierarchy, fc.boolean(), (nodes, isNeverNegative) => {
      const means = reconcile(nodes, isNeverNegative);
      for (const at of nodes.keys()) {
        const children = childrenOf(nodes, at);
        const sum = children.toReversed().reduce((total, child) => total + (means[child] ?? 0), 0);
        if (children.length > 0) assert.equal(means[at], sum);
        if (isNeverNegative) assert.ok((means[at] ?? -1) >= 0);
      }
    }),
  ));

test('no other means that add up lie nearer to the forecasts', () =>
  fc.assert(
    fc.property(hierarchy, fc.nat(), finite, (nodes, pick, move) => {
      const means = reconcile(nodes);
      const distance = (at: ArrayLike<number>) =>
        nodes.reduce((sum, node, i) => sum + ((at[i] ?? 0) - (node.mean ?? 0)) ** 2 / node.variance, 0);
      const leaves = [...nodes.keys()].filter((at) => childrenOf(nodes, at).length === 0);
      const other = means.slice();
      for (let at = leaves[pick % leaves.length] ?? 0; at >= 0; at = nodes[at]?.parent ?? -1)
        other[at] = (other[at] ?? 0) + move / 1000;
      assert.ok(distance(means) <= distance(other) * (1 + 1e-9) + 1e-9);
    }),
  ));

test('a node without a forecast is the sum of its children', () =>
  assert.deepEqual(
    [
      ...reconcile([
        { parent: -1, mean: null, variance: 1 },
        { parent: 0, mean: 2, variance: 1 },
        { parent: 0, mean: 3, variance: 9 },
      ]),
    ],
    [5, 2, 3],
  ));

test('the surer forecast moves less', () => {
  const [chain = 0, sure = 0, unsure = 0] = reconcile([
    { parent: -1, mean: 20, variance: 1 },
    { parent: 0, mean: 5, variance: 1 },
    { parent: 0, mean: 5, variance: 8 },
  ]);
  assert.deepEqual([chain, sure, unsure].map(Math.round), [19, 6, 13]);
});

test('a child before its parent is refused', () =>
  assert.throws(
    () =>
      reconcile([
        { parent: 1, mean: 1, variance: 1 },
        { parent: -1, mean: 1, variance: 1 },
      ]),
    {
      code: 'HIERARCHY_ORDER',
    },
  ));
