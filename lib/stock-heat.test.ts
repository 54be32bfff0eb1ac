import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoriesOf, cellInWords, coverInDays, heatOf } from './stock-heat.ts';

test('a cell is as hot as its cover is short of its lead time', () => {
  const heats = [null, 0, 9.99, 10, 14.99, 15, 90].map((daysOfCover) =>
    heatOf({ daysOfCover, leadTimeDays: 10 }),
  );
  assert.deepEqual(heats, ['none', 'short', 'short', 'low', 'low', 'fine', 'fine']);
});

test('a cell can be heard', () => {
  const cell = {
    category: 'Kitchen',
    products: 34,
    soldOut: 2,
    daysOfCover: 4.46,
    leadTimeDays: 7,
    atStake: 0,
  };
  assert.equal(cellInWords('Leeds', cell), 'Kitchen in Leeds: 4.5 days of cover, 2 of 34 products sold out');
  assert.equal(
    cellInWords('Leeds', { ...cell, daysOfCover: null, soldOut: 0 }),
    'Kitchen in Leeds: nothing wanted',
  );
  assert.deepEqual([9.96, 12.4].map(coverInDays), ['10.0', '12']);
});

test('every category that any store holds has a column', () => {
  const floor = (...names: string[]) => ({
    ...{ storeId: 'S', eventTime: null, runningOut: [], phantoms: [] },
    cells: names.map((category) => ({
      category,
      products: 1,
      soldOut: 0,
      daysOfCover: 1,
      leadTimeDays: 7,
      atStake: 0,
    })),
  });
  assert.deepEqual(categoriesOf([floor('B', 'A'), floor('C')]), ['A', 'B', 'C']);
});
