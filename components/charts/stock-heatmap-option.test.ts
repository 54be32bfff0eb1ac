import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChartPalette } from './chart-palette.ts';
import { type StockCell, stockHeatmapOption, stockHeatmapSummary } from './stock-heatmap-option.ts';

const palette = {
  ...{ accent: 'rgb(1, 2, 3)', lineStrong: 'rgb(4, 5, 6)', surface: 'white', ink: 'black' },
} as ChartPalette;
const cells: StockCell[] = [
  { row: 'Leeds', column: 'Kitchen', daysOfCover: 2.4, detail: '3 of 35 out' },
  { row: 'Leeds', column: 'Garden', daysOfCover: null, detail: '1 of 20 out' },
  { row: 'York', column: 'Kitchen', daysOfCover: 120, detail: 'none out' },
];

interface Shape {
  series: { data: { value: number[] }[]; label: { formatter: (p: { value: number[] }) => string } }[];
  visualMap: { pieces: { gte?: number; lt?: number; value?: number; color: string }[] };
  tooltip: { renderMode: string; formatter: (hovered: { dataIndex: number }) => string };
}
const option = stockHeatmapOption(cells, palette) as unknown as Shape;

test('each field stands at its row and column with its days, and what nobody wants has none', () => {
  assert.deepEqual(
    option.series[0]?.data.map(({ value }) => value),
    [
      [0, 0, 2.4],
      [1, 0, -1],
      [0, 1, 120],
    ],
  );
  assert.equal(option.series[0]?.label.formatter({ value: [0, 0, 2.4] }), '2');
  assert.equal(option.series[0]?.label.formatter({ value: [1, 0, -1] }), '');
});

test('every number of days falls into exactly one band', () => {
  for (const days of [0, 2.99, 3, 7, 13.9, 14, 45, 89, 90, 999, -1]) {
    const hits = option.visualMap.pieces.filter(({ gte = -Infinity, lt = Infinity, value }) =>
      value === undefined ? days >= gte && days < lt : days === value,
    );
    assert.equal(hits.length, 1, String(days));
  }
});

test('its tooltip is text and says what stands behind the field', () => {
  assert.equal(option.tooltip.renderMode, 'richText');
  assert.equal(option.tooltip.formatter({ dataIndex: 0 }), 'Leeds, Kitchen\n2.4 days of cover\n3 of 35 out');
});

test('it says where stock is shortest in a sentence', () => {
  assert.equal(
    stockHeatmapSummary(cells),
    'Days of cover in 2 fields. Shortest: Leeds, Kitchen with 2.4 days. Longest: York, Kitchen with 120.0 days.',
  );
  assert.match(stockHeatmapSummary([]), /no stock/);
});
