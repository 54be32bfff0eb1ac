import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ShelfState } from './stock-floor.ts';
import { lowStockReading, reorderPoint, stockOutReadings } from './stock-readings.ts';

const shelf = (changes: Partial<ShelfState>): ShelfState => ({
  ...{ productId: 'P1', productName: 'Lamp', category: 'Light', onHand: 10, onHandNow: 10, onOrder: 0 },
  ...{ sold: 28, daysInStock: 28, idleDays: 0, price: 1_000, leadTimeDays: 4, rate: 1 },
  ...{ runsOutAt: null, daysOfCover: 10, atStake: 0, phantomScore: 0 },
  ...changes,
});
const floor = (runningOut: ShelfState[]) => ({
  ...{ storeId: 'S1', eventTime: null, cells: [], phantoms: [] },
  runningOut,
});

describe('stock that wants somebody', () => {
  test('is told product by product where it runs out today, when and for how much', () => {
    const told = stockOutReadings(
      floor([
        shelf({ productId: 'A', onHandNow: 2, runsOutAt: 13 * 60 + 5, atStake: 9_000 }),
        shelf({ productId: 'B', onHandNow: 0, runsOutAt: 600, atStake: 8_000 }),
        shelf({ productId: 'tomorrow', atStake: 7_000 }),
        shelf({ productId: 'trifle', runsOutAt: 600, atStake: 1_999 }),
      ]),
      'One',
    );
    assert.deepEqual(
      told.map(({ subject, found, atStake }) => [subject, found, atStake]),
      [
        ['S1/A', '2 left, gone by about 13:05.', '9000'],
        ['S1/B', 'Nothing is left.', '8000'],
      ],
    );
  });

  test('names five of a store at most', () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      shelf({ productId: `P${at}`, runsOutAt: 1, atStake: 9_000 }),
    );
    assert.equal(stockOutReadings(floor(many), 'One').length, 5);
  });

  test('is low by its position: what is on order counts as much as what is there', () => {
    assert.ok(Math.abs(reorderPoint({ rate: 1, leadTimeDays: 4 }) - 7.29) < 0.001);
    const few = [shelf({ onHandNow: 7 }), ...Array.from({ length: 4 }, () => shelf({}))];
    const reading = lowStockReading('S1', 'One', few);
    assert.ok(Math.abs(reading.level - 0.2 / 0.15) < 1e-9);
    assert.equal(reading.found, '1 product: Lamp.');
    assert.equal(
      lowStockReading('S1', 'One', [shelf({ onHandNow: 7, onOrder: 12 }), ...few.slice(1)]).level,
      0,
    );
    assert.equal(lowStockReading('S1', 'One', [shelf({ rate: 0, onHandNow: 0 })]).level, 0);
  });
});
