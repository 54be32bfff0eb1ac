import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from '#lib/business-date.ts';
import type { ChartPalette } from './chart-palette.ts';
import { supplierMonthsOption, supplierMonthsSummary } from './supplier-months-option.ts';

const month = (date: string, linesDue: number, otifLines: number) => ({
  month: businessDate(date),
  ...{ linesDue, otifLines, orderedUnits: 10, receivedUnits: 10, leadMean: 9.25 },
});
const months = [month('2026-09-01', 10, 8), month('2026-10-01', 0, 0), month('2026-11-01', 20, 19)];

test('a month in which nothing was due has no column, rather than one of nought', () => {
  const { series } = supplierMonthsOption(months, {} as ChartPalette) as { series: { data: unknown[] }[] };
  assert.deepEqual(series[0]?.data, [0.8, null, 0.95]);
});

test('it says its best and its weakest month', () => {
  assert.equal(
    supplierMonthsSummary(months),
    'OTIF by line over 2 months. Best: Nov 2026 with 95.0%. Weakest: Sept 2026 with 80.0%.',
  );
  assert.match(supplierMonthsSummary([]), /nothing was due/);
});
