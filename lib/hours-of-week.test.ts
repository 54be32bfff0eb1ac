import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hourInWords, strongestHour, weekGrid } from './hours-of-week.ts';
import { minorUnits } from './money.ts';

const hour = (weekday: number, of: number, days: number, net: bigint) => ({
  weekday,
  hour: of,
  days,
  netSales: minorUnits(net),
  transactions: 1,
});

test('a weekday that came five times weighs as one that came four times', () => {
  const grid = weekGrid([hour(1, 9, 5, 500n), hour(2, 9, 4, 400n)]);
  assert.deepEqual(
    grid[0]?.cells.slice(0, 2).map(({ netSales, strength }) => [netSales, strength]),
    [
      [100n, 1],
      [100n, 1],
    ],
  );
});

test('the grid has every hour between the first and the last, and an hour without trade is not a zero', () => {
  const grid = weekGrid([hour(6, 9, 1, 200n), hour(7, 12, 1, 100n)]);
  assert.deepEqual(
    grid.map((row) => row.hour),
    [9, 10, 11, 12],
  );
  assert.equal(grid[1]?.cells[5]?.netSales, null);
  assert.equal(strongestHour(grid), 'Sat 09:00');
});

test('an hour of more returns than sales has no strength, and an hour after midnight is one', () => {
  assert.equal(weekGrid([hour(1, 9, 1, -50n), hour(1, 10, 1, 50n)])[0]?.cells[0]?.strength, 0);
  assert.equal(hourInWords(25), '01:00');
  assert.equal(strongestHour(weekGrid([])), null);
});
