import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HourPoint } from '#lib/hour-curve.ts';
import { minorUnits } from '#lib/money.ts';
import type { ChartPalette } from './chart-palette.ts';
import { todayHoursOption, todayHoursSummary } from './today-hours-option.ts';

const palette = { accent: 'blue', lineStrong: 'grey' } as ChartPalette;
const points: HourPoint[] = [
  { label: '09:00', until: '10:00', today: minorUnits(12_345n), lastWeek: minorUnits(9_900n) },
  { label: '10:00', until: '11:00', today: null, lastWeek: minorUnits(20_000n) },
];

test('an hour to come has no column, last week has a line through every hour', () => {
  const { series } = todayHoursOption(points, 'GBP', palette) as { series: { data: unknown[] }[] };
  assert.deepEqual(
    series.map(({ data }) => data),
    [
      [123.45, null],
      [99, 200],
    ],
  );
});

test('a hovered hour is written as text: no name of a store is ever markup', () => {
  const { tooltip } = todayHoursOption(points, 'GBP', palette) as { tooltip: { renderMode: string } };
  assert.equal(tooltip.renderMode, 'richText');
});

test('it says its best hour in a sentence', () => {
  assert.equal(
    todayHoursSummary(points, 'GBP'),
    'Net sales by hour today. Best: 09:00–10:00 with £123.45, last week £99.00.',
  );
  assert.match(todayHoursSummary([], 'GBP'), /nothing sold yet/);
});
