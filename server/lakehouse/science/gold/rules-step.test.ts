import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../draws.ts';
import { basketsOf } from '../rules/baskets.ts';
import { FALSE_DISCOVERY_RATE, mineSlice } from './mine-slice.ts';
import { sliceBaskets } from './slice-baskets.ts';

test('parts of the window keep their baskets, their weeks and each item once', () => {
  const tickets = {
    ...basketsOf([['p'], ['p', 'q'], ['r'], ['q', 'r'], ['s'], ['r', 's']]),
    weekStarts: Int32Array.from([0, 1, 3, 5, 6]),
    parts: [],
    ...{ fromDate: '2026-01-01', asOfDate: '2026-12-30' },
  };
  const part = (from: number, to: number) => ({ storeFormat: 'any', season: 'any', from, to });
  // p and q are one category, r another, s none.
  const sliced = sliceBaskets(tickets, [part(1, 3), part(5, 6)], Int32Array.from([0, 0, 1, -1]), ['x', 'y']);
  assert.deepEqual([...sliced.starts], [0, 1, 2, 3]);
  assert.deepEqual([...sliced.items], [0, 1, 1]);
  assert.deepEqual([...sliced.strata.starts], [0, 2, 3]);
});

test('items that have nothing to do with each other give no more rules than is promised, planted ones are all found', () => {
  const random = seededRandom(7);
  const weeks = 20;
  const perWeek = 1500;
  const baskets: string[][] = [];
  for (let week = 0; week < weeks; week++)
    for (let n = 0; n < perWeek; n++) {
      // Half the items sell ten times as well in every fourth week: together over the year, unrelated within a week.
      const basket = Array.from({ length: 60 }, (_, item) => item).filter(
        (item) => random() < (item % 2 === 0 && week % 4 === 0 ? 0.1 : 0.01),
      );
      const names = basket.map((item) => `i${item}`);
      if (random() < 0.004) names.push('bread', 'butter');
      if (random() < 0.01) names.push('bread');
      baskets.push(names);
    }
  const starts = Int32Array.from({ length: weeks + 1 }, (_, week) => week * perWeek);
  const { kept: found, tested } = mineSlice({ ...basketsOf(baskets), strata: { starts } }, 0.0005);
  const pairs = found.map(({ antecedent, consequent }) => [...antecedent, consequent].join(' '));
  assert.ok(pairs.includes('bread butter') && pairs.includes('butter bread'));
  const accidents = pairs.filter((pair) => !/bread|butter/.test(pair));
  assert.ok(tested > 3_000, `${tested}`);
  assert.ok(accidents.length <= Math.ceil(FALSE_DISCOVERY_RATE * found.length), accidents.join(', '));
});
