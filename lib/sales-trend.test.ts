import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { minorUnits } from './money.ts';
import type { SalesPoint } from './sales.ts';
import { alignTrend } from './sales-trend.ts';

const point = (date: string, amount: bigint): SalesPoint => {
  const netSales = minorUnits(amount);
  return {
    businessDate: businessDate(date),
    netSales,
    grossSales: netSales,
    discounts: minorUnits(0n),
    returns: minorUnits(0n),
    transactions: 1,
    units: 1,
  };
};
const period = (from: string, to: string) => ({ from: businessDate(from), to: businessDate(to) });
const sold = [point('2010-12-01', 100n), point('2010-12-03', 300n), point('2010-12-05', 500n)];

test('each day lies beside its counterpart, and a day without trade is no zero', () => {
  assert.deepEqual(
    alignTrend(sold, period('2010-12-03', '2010-12-04'), [
      { period: period('2010-12-03', '2010-12-04'), basis: period('2010-12-01', '2010-12-02') },
    ]).map(({ netSales, basisNetSales }) => [netSales, basisNetSales]),
    [
      [300n, 100n],
      [null, null],
    ],
  );
});

test('without a basis there is nothing to lie beside', () => {
  const [first] = alignTrend(sold, period('2010-12-05', '2010-12-05'), null);
  assert.deepEqual(first, {
    businessDate: '2010-12-05',
    netSales: 500n,
    basisDate: null,
    basisNetSales: null,
  });
});

test('a day that no run holds lies beside nothing', () => {
  const runs = [{ period: period('2010-12-03', '2010-12-03'), basis: period('2010-12-01', '2010-12-01') }];
  assert.deepEqual(
    alignTrend(sold, period('2010-12-03', '2010-12-05'), runs).map(({ basisDate }) => basisDate),
    ['2010-12-01', null, null],
  );
});
