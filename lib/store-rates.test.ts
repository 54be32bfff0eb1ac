import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minorUnits } from './money.ts';
import { NO_MEASURES, sumMeasures } from './store-figures.ts';
import * as rates from './store-rates.ts';

const store = {
  ...NO_MEASURES,
  netSales: minorUnits(60_000n),
  transactions: 20,
  units: 60,
  tradingDays: 7,
  costedNetSales: minorUnits(50_000n),
  cogs: minorUnits(30_000n),
  visits: 100,
  countedTransactions: 18,
  labourHundredths: 1_250,
  staffedNetSales: minorUnits(50_000n),
  plannedHundredths: 1_000,
  workedOfPlannedHundredths: 1_100,
  target: minorUnits(40_000n),
  targetedNetSales: minorUnits(50_000n),
};

test('each rate is of the days on which both its sides are known', () => {
  assert.equal(rates.grossMargin(store), 20_000n);
  assert.equal(rates.grossMarginRate(store), 0.4);
  assert.equal(rates.conversionRate(store), 0.18);
  assert.equal(rates.salesPerLabourHour(store), 4_000);
  assert.equal(rates.labourAgainstPlan(store)?.toFixed(6), '0.100000');
  assert.equal(rates.varianceToTargetRate(store), 0.25);
  assert.equal(rates.salesDensity(store, 100), 600);
});

test('average transaction is units per transaction × average unit retail', () => {
  const [atv, upt, aur] = [rates.atvOf(store), rates.uptOf(store), rates.aurOf(store)];
  assert.equal(atv, (upt ?? 0) * (aur ?? 0));
});

test('what nobody counted has no rate, rather than one of zero', () => {
  const unknown = [
    rates.grossMargin(NO_MEASURES),
    rates.grossMarginRate(NO_MEASURES),
    rates.conversionRate(NO_MEASURES),
    rates.atvOf(NO_MEASURES),
    rates.uptOf(NO_MEASURES),
    rates.aurOf(NO_MEASURES),
    rates.salesPerLabourHour(NO_MEASURES),
    rates.labourAgainstPlan(NO_MEASURES),
    rates.varianceToTargetRate(NO_MEASURES),
    rates.shrinkRate(NO_MEASURES),
  ];
  assert.ok(unknown.every((rate) => rate === null));
  assert.equal(rates.salesDensity(store, null), null);
  assert.equal(rates.gmroi(null, minorUnits(1n), 364), null);
  assert.equal(rates.availability(0, 0), null);
});

test('GMROI of half a year is brought to a year', () => {
  assert.equal(rates.gmroi(minorUnits(500n), minorUnits(100n), 182), 10);
  assert.equal(rates.gmroi(minorUnits(500n), minorUnits(100n), 364), 5);
});

test('a rate of stores together is of their sums, not the mean of their rates', () => {
  const other = { ...store, visits: 900, countedTransactions: 82 };
  const both = sumMeasures([store, other]);
  assert.equal(both && rates.conversionRate(both), 0.1);
  assert.equal(sumMeasures([]), null);
});
