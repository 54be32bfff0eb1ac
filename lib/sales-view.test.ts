import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minorUnits } from './money.ts';
import { besideBasis, byNetSales, chooseCategory, type SalesPart } from './sales-view.ts';

const sold = (key: string, part: 'period' | 'basis', net: bigint): SalesPart<string> => ({
  key,
  part,
  grossSales: minorUnits(net),
  discounts: minorUnits(0n),
  returns: minorUnits(0n),
  netSales: minorUnits(net),
  transactions: null,
  units: 1,
});

test('sales of the basis stand beside those of the period, and nothing sold is not a zero', () => {
  const [north, south] = besideBasis([
    sold('N', 'period', 5n),
    sold('S', 'basis', 7n),
    sold('N', 'basis', 4n),
  ]);
  assert.deepEqual([north?.key, north?.period?.netSales, north?.basis?.netSales], ['N', 5n, 4n]);
  assert.deepEqual([south?.key, south?.period, south?.basis?.netSales], ['S', null, 7n]);
});

test('the most comes first, and what sold only before comes last', () => {
  const rows = besideBasis([sold('old', 'basis', 9n), sold('b', 'period', 1n), sold('a', 'period', 2n)]);
  assert.deepEqual(
    byNetSales(rows).map(({ key }) => key),
    ['a', 'b', 'old'],
  );
});

test('a category is read from the address as text, and a long one is none', () => {
  assert.equal(chooseCategory({ category: 'Bed and Bath' }), 'Bed and Bath');
  assert.equal(chooseCategory({ category: ['a', 'b'] }), null);
  assert.equal(chooseCategory({ category: 'x'.repeat(101) }), null);
});
