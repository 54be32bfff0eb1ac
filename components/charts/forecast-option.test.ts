import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from '#lib/business-date.ts';
import type { ForecastDay } from '#lib/demand-forecast.ts';
import type { ChartPalette } from './chart-palette.ts';
import { forecastOption, forecastPoints, forecastSummary } from './forecast-option.ts';

const day = (date: string, more: Partial<ForecastDay> = {}): ForecastDay => ({
  originDate: businessDate('2026-11-22'),
  businessDate: businessDate(date),
  ...{ mean: 10, p10: 6, p90: 15, actual: null, naive: null, ...more },
});
const sold = [{ businessDate: businessDate('2026-11-22'), sold: 12, lost: 0 }];
const points = forecastPoints(sold, [
  day('2026-11-24', { mean: 30, p10: null, p90: null }),
  day('2026-11-23'),
]);

interface Shape {
  series: { name: string; data: (number | null)[] }[];
  tooltip: { formatter: (hovered: { dataIndex: number }[]) => string };
}
const option = forecastOption(points, {} as ChartPalette) as unknown as Shape;

test('what was sold ends where what is expected begins, day after day', () => {
  assert.deepEqual(
    option.series.map(({ data }) => data),
    [
      [null, 6, null],
      [null, 9, null],
      [12, null, null],
      [null, 10, 30],
    ],
  );
});

test('without an interval of its own a day has none, rather than one of width zero', () => {
  assert.equal(
    option.tooltip.formatter([{ dataIndex: 1 }]),
    'Mon 23 Nov\nExpected: 10.0\n8 days in 10: 6.0 to 15.0',
  );
  assert.equal(option.tooltip.formatter([{ dataIndex: 2 }]), 'Tue 24 Nov\nExpected: 30');
});

test('a trial holds what came of it beside what was expected', () => {
  const [tried] = forecastPoints([], [day('2026-11-01', { actual: 9 })]);
  assert.deepEqual([tried?.sold, tried?.mean], [9, 10]);
});

test('it says how much is expected, and when most', () => {
  assert.equal(forecastSummary(points), 'Units by day. Expected over 2 days: 40. Most on Tue 24 Nov: 30.');
  assert.match(forecastSummary([]), /no forecast/);
});
