import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { minorUnits } from './money.ts';
import { atv, aur, relativeChange, returnRate, type SalesFigures, upt } from './sales.ts';

const week: SalesFigures = {
  grossSales: minorUnits(110_000n),
  discounts: minorUnits(4_000n),
  returns: minorUnits(6_000n),
  netSales: minorUnits(100_000n),
  transactions: 40,
  units: 125,
};
const closed: SalesFigures = {
  ...week,
  grossSales: minorUnits(0n),
  netSales: minorUnits(0n),
  transactions: 0,
  units: 0,
};

describe('the ratios of a sales report', () => {
  test('average transaction value is units per transaction times average unit retail', () => {
    assert.equal(atv(week), 2_500n);
    assert.equal(upt(week), 3.125);
    assert.equal(aur(week), 800n);
  });

  test('the rate of returns is measured against gross sales', () => {
    assert.equal(returnRate({ ...week, returns: minorUnits(5_500n) }), 0.05);
  });

  test('a day without sales has no ratios, rather than zeros', () => {
    assert.deepEqual([atv(closed), upt(closed), aur(closed), returnRate(closed)], [null, null, null, null]);
  });

  test('halves of a penny round away from zero, on both sides of it', () => {
    assert.equal(atv({ ...week, netSales: minorUnits(5n), transactions: 2 }), 3n);
    assert.equal(atv({ ...week, netSales: minorUnits(-5n), transactions: 2 }), -3n);
  });

  test('a change against nothing, or against a loss, is no change at all', () => {
    assert.equal(relativeChange(110n, 100n)?.toFixed(2), '0.10');
    assert.equal(relativeChange(110n, 0n), null);
    assert.equal(relativeChange(110n, -100n), null);
    assert.equal(relativeChange(null, 100n), null);
  });
});
