import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cohortsOf } from './cohorts.ts';
import { scoreRfm } from './rfm.ts';
import { segmentOf } from './rfm-segments.ts';

const activity = fc.record({
  recencyDays: fc.integer({ min: 0, max: 9 }),
  frequency: fc.integer({ min: 1, max: 4 }),
  monetary: fc.integer({ min: -5, max: 50 }),
});
const customers = fc
  .array(activity, { minLength: 1, maxLength: 80 })
  .map((all) => all.map((one, at) => ({ customer: `C${String(at).padStart(3, '0')}`, ...one })));

test('each quintile holds a fifth of the active customers, to within one', () =>
  fc.assert(
    fc.property(customers, (all) => {
      const scores = scoreRfm(all);
      for (const measure of ['recency', 'frequency', 'monetary'] as const)
        for (const quintile of [1, 2, 3, 4, 5]) {
          const size = scores.filter((score) => score[measure] === quintile).length;
          assert.ok(Math.abs(size - all.length / 5) < 1, `${measure} ${quintile}: ${size} of ${all.length}`);
        }
    }),
  ));

test('ties do not depend on the order of rows', () =>
  fc.assert(
    fc.property(customers, (all) => {
      const sorted = (scores: ReturnType<typeof scoreRfm>) =>
        scores.toSorted((one, other) => (one.customer < other.customer ? -1 : 1));
      assert.deepEqual(sorted(scoreRfm(all.toReversed())), sorted(scoreRfm(all)));
    }),
  ));

test('who bought more recently never scores lower', () =>
  fc.assert(
    fc.property(customers, (all) => {
      const scores = scoreRfm(all);
      for (const [at, one] of all.entries())
        for (const [other, two] of all.entries())
          if (one.recencyDays < two.recencyDays)
            assert.ok((scores[at]?.recency ?? 0) >= (scores[other]?.recency ?? 0));
    }),
  ));

test('who never bought is no customer to score, and one customer alone is scored', () => {
  const nobody = { customer: 'A', recencyDays: 3, frequency: 0, monetary: 0 };
  const odd = { customer: 'B', recencyDays: 3, frequency: 1, monetary: Number.NaN };
  assert.deepEqual(scoreRfm([nobody, odd]), []);
  assert.equal(scoreRfm([{ ...nobody, frequency: 1 }]).length, 1);
});

test('a once faithful customer who is gone is not a champion', () => {
  assert.equal(segmentOf(1, 5), 'cannot-lose');
  assert.equal(segmentOf(5, 5), 'champion');
  assert.equal(segmentOf(5, 1), 'new');
  assert.throws(() => segmentOf(0, 6), /1 to 5/);
});

test('a cohort is followed as far as time has gone, no further', () => {
  const bought = (customer: string, ...periods: number[]) => periods.map((period) => ({ customer, period }));
  const purchases = [
    ...bought('Ann', 1, 1, 3),
    ...bought('Bob', 1, 2),
    ...bought('Cid', 3),
    ...bought('Eve', 4),
  ];
  assert.deepEqual(cohortsOf(purchases, 3), [
    { firstPeriod: 1, customers: 2, returned: [2, 1, 1], retentionRate: [1, 0.5, 0.5] },
    { firstPeriod: 3, customers: 1, returned: [1], retentionRate: [1] },
  ]);
});
