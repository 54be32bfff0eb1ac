import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { businessDate } from './business-date.ts';
import { minorUnits } from './money.ts';
import { dayCurves } from './pacing.ts';
import { type ShelfProduct, shelfState, stockFloor } from './stock-floor.ts';

/** A quarter of the day in each hour from ten to two. */
const curves = dayCurves(
  [10, 11, 12, 13].map((hour) => ({
    businessDate: businessDate('2010-12-17'),
    hour,
    netSales: minorUnits(10_000n),
    transactions: 10,
  })),
);
const noon = { curves, minute: 12 * 60 };
const product = (changes: Partial<ShelfProduct> = {}): ShelfProduct => ({
  ...{ productId: 'P1', productName: 'Lamp', category: 'Light', onHand: 40, onOrder: 0 },
  ...{ sold: 224, daysInStock: 28, idleDays: 0, price: 1_000, leadTimeDays: 7 },
  ...changes,
});

describe('a product on the shelf', () => {
  test('lasts as long as what is left covers what is wanted', () => {
    const { rate, daysOfCover, onHandNow, runsOutAt } = shelfState(product(), -8, noon);
    assert.deepEqual([rate, onHandNow, daysOfCover, runsOutAt], [8, 32, 4, null]);
  });

  test('runs out today when the usual rest of the day takes more than is left', () => {
    // Half of the day, four units, is still to come; two of them are there: one hour’s worth.
    assert.equal(shelfState(product({ onHand: 2 }), 0, noon).runsOutAt, 13 * 60);
    assert.equal(shelfState(product({ onHand: 0 }), 0, noon).runsOutAt, noon.minute);
  });

  test('puts at stake what would be wanted before a delivery could come, at its price', () => {
    // Four units today and six days of eight, less what is there.
    assert.equal(shelfState(product({ onHand: 12 }), 0, noon).atStake, 40 * 1_000);
    assert.equal(shelfState(product({ onHand: 60 }), 0, noon).atStake, 0);
  });

  test('that nobody wants covers nothing and puts nothing at stake', () => {
    const state = shelfState(product({ sold: 3, onHand: 0 }), 0, noon);
    assert.deepEqual([state.daysOfCover, state.runsOutAt, state.atStake], [null, null, 0]);
  });

  test('that did not sell for days though it is there and wanted is doubted, until it sells', () => {
    assert.ok(shelfState(product({ idleDays: 2 }), 0, noon).phantomScore > 0.9);
    assert.ok(shelfState(product({ idleDays: 2 }), -1, noon).phantomScore < 0.05);
    assert.equal(shelfState(product({ idleDays: 9, onHand: 0 }), 0, noon).phantomScore, 0);
  });
});

test('a store’s cell counts what is sold out and covers what is wanted', () => {
  const states = [
    shelfState(product({ productId: 'A', onHand: 5 }), -5, noon),
    shelfState(product({ productId: 'B', onHand: 64 }), 0, noon),
    shelfState(product({ productId: 'C', category: 'Bath' }), 0, noon),
  ];
  const { cells, runningOut } = stockFloor('S1', null, states);
  assert.deepEqual(
    cells.map(({ category, products, soldOut, daysOfCover }) => [category, products, soldOut, daysOfCover]),
    [
      ['Bath', 1, 0, 5],
      ['Light', 2, 1, 4],
    ],
  );
  assert.deepEqual(
    runningOut.map(({ productId }) => productId),
    ['A', 'C'],
  );
});
