import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minorUnits } from './money.ts';
import { regionFigures } from './region-figures.ts';
import { pairStores } from './sales-bridge.ts';
import { storeExtremes } from './store-extremes.ts';
import { NO_MEASURES, type StoreFigures } from './store-figures.ts';

const store = (storeId: string, netSales: bigint, target = 100n): StoreFigures => ({
  ...NO_MEASURES,
  storeId,
  tradingDays: 7,
  netSales: minorUnits(netSales),
  targetedNetSales: minorUnits(netSales),
  target: minorUnits(target),
});
const seven = [110n, 90n, 120n, 80n, 100n, 130n, 70n].map((sales, at) => store(`S-${at}`, sales));

test('the furthest above and below their targets come first, and nobody is on both sides', () => {
  const { best, worst } = storeExtremes(seven, pairStores(seven, []));
  assert.deepEqual(
    best.map(({ storeId }) => storeId),
    ['S-5', 'S-2', 'S-0'],
  );
  assert.deepEqual(
    worst.map(({ storeId }) => storeId),
    ['S-6', 'S-3', 'S-1'],
  );
  const two = storeExtremes(seven.slice(0, 3), []);
  assert.deepEqual(
    [two.best, two.worst].map((list) => list.map(({ storeId }) => storeId)),
    [['S-2'], ['S-1']],
  );
});

test('a store without a target is not held to one, and a new one has no change', () => {
  const { best } = storeExtremes([store('A', 500n, 0n), store('B', 110n), store('C', 100n)], []);
  assert.deepEqual(
    best.map(({ storeId, change }) => [storeId, change]),
    [['B', null]],
  );
});

test('regions hold the stores that have a record, and a store of no region is left out', () => {
  const before = seven.slice(0, 4);
  const of = (id: string) => (id === 'S-6' ? undefined : Number(id.slice(2)) < 3 ? 'North' : 'South');
  const regions = regionFigures(pairStores(seven, before), of);
  assert.deepEqual(
    regions.map(({ region, stores, now, before: then }) => [region, stores, now?.netSales, then?.netSales]),
    [
      ['North', 3, 320n, 320n],
      ['South', 3, 310n, 80n],
    ],
  );
});
