import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { businessDate } from '#lib/business-date.ts';
import { minorUnits } from '#lib/money.ts';
import type { TrendPoint } from '#lib/sales-trend.ts';
import type { ChartPalette } from './chart-palette.ts';
import { salesTrendOption, salesTrendSummary } from './sales-trend-option.ts';

const palette: ChartPalette = {
  fontFamily: 'Inter',
  ink: '#1',
  inkMuted: '#2',
  line: '#3',
  lineStrong: '#4',
  surface: '#5',
  accent: '#6',
  good: '#7',
  bad: '#8',
};
const point = (date: string, netSales: bigint | null, basisNetSales: bigint | null): TrendPoint => ({
  businessDate: businessDate(date),
  netSales: netSales === null ? null : minorUnits(netSales),
  basisDate: businessDate('2010-12-01'),
  basisNetSales: basisNetSales === null ? null : minorUnits(basisNetSales),
});
const week = [
  point('2010-12-10', 120_050n, 99_900n),
  point('2010-12-11', null, null),
  point('2010-12-12', 80_000n, 120_000n),
];

interface Shape {
  series: { data: (number | null)[] }[];
  tooltip: { renderMode: string; formatter: (hovered: { dataIndex: number }[]) => string };
}

describe('the trend of net sales', () => {
  const option = salesTrendOption(week, [], 'GBP', palette) as unknown as Shape;

  test('a day without trading has no column, rather than one of height zero', () => {
    assert.deepEqual(option.series[0]?.data, [1200.5, null, 800]);
  });

  test('the basis lies day by day beside the period', () => {
    assert.deepEqual(option.series[1]?.data, [999, null, 1200]);
  });

  test('its tooltip is text, with both days and exact money', () => {
    assert.equal(option.tooltip.renderMode, 'richText');
    assert.equal(option.tooltip.formatter([{ dataIndex: 0 }]), 'Fri 10 Dec: £1,200.50\nWed 1 Dec: £999.00');
    assert.equal(option.tooltip.formatter([]), '');
  });

  test('a note is a dot of its own above the marks, and its words are folded and stay words', () => {
    const day = businessDate('2010-12-12');
    const text = 'max@contoso.test: {b|Street} closed for the whole of the morning <b>again</b>';
    const events = [
      { kind: 'holiday', day, words: 'A holiday' },
      { kind: 'note', day, words: text },
      { kind: 'note', day, words: 'x'.repeat(60) },
    ] as const;
    const noted = salesTrendOption(week, events, 'GBP', palette) as unknown as Shape;
    const [, , marks, notes] = noted.series.map(({ data }) => data.map((one) => one !== null));
    assert.deepEqual(
      [marks, notes],
      [
        [false, false, true],
        [false, false, true],
      ],
    );
    assert.deepEqual(
      noted.tooltip
        .formatter([{ dataIndex: 2 }])
        .split('\n')
        .slice(2),
      [
        'A holiday',
        'max@contoso.test: {\u2060b|Street} closed for the',
        'whole of the morning <b>again</b>',
        'x'.repeat(44),
        'x'.repeat(16),
      ],
    );
  });

  test('it says its best and its weakest day in a sentence', () => {
    assert.equal(
      salesTrendSummary(week, 'GBP'),
      'Net sales by day over 2 trading days. Best: Fri 10 Dec with £1,200.50. Weakest: Sun 12 Dec with £800.00.',
    );
    assert.match(salesTrendSummary([], 'GBP'), /no trading/);
  });
});
