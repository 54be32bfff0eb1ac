import type { EChartsCoreOption } from 'echarts/core';
import { formatMoney, formatMoneyShort } from '#lib/figures.ts';
import type { HourPoint } from '#lib/hour-curve.ts';
import { type MinorUnits, toChartValue } from '#lib/money.ts';
import type { ChartPalette } from './chart-palette.ts';

const value = (amount: MinorUnits | null) => (amount === null ? null : toChartValue(amount));

/** Columns for today, a line for the same weekday of last week. An hour to come has no column. */
export function todayHoursOption(
  points: readonly HourPoint[],
  currency: string,
  palette: ChartPalette,
): EChartsCoreOption {
  const label = { color: palette.inkMuted, fontSize: 12 };
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily },
    grid: { left: 8, right: 8, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontSize: 13 },
      axisPointer: { type: 'shadow' },
      formatter: (hovered: readonly { dataIndex: number }[]) =>
        tooltip(points[hovered[0]?.dataIndex ?? -1], currency),
    },
    xAxis: {
      type: 'category',
      data: points.map(({ label: hour }) => hour),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...label, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...label, formatter: (major: number) => formatMoneyShort(major, currency) },
    },
    series: [
      {
        name: 'Today',
        type: 'bar',
        data: points.map(({ today }) => value(today)),
        itemStyle: { color: palette.accent, borderRadius: [2, 2, 0, 0] },
        barCategoryGap: '38%',
      },
      {
        name: 'Last week',
        type: 'line',
        data: points.map(({ lastWeek }) => value(lastWeek)),
        symbol: 'none',
        lineStyle: { color: palette.lineStrong, width: 1.5 },
        itemStyle: { color: palette.lineStrong },
      },
    ],
  };
}

function tooltip(point: HourPoint | undefined, currency: string): string {
  if (!point) return '';
  const lines = [`${point.label}–${point.until}`];
  if (point.today !== null) lines.push(`Today: ${formatMoney(point.today, currency)}`);
  if (point.lastWeek !== null) lines.push(`Last week: ${formatMoney(point.lastWeek, currency)}`);
  return lines.join('\n');
}

/** The chart in a sentence: the best hour so far, and the same hour last week. */
export function todayHoursSummary(points: readonly HourPoint[], currency: string): string {
  const sold = points.flatMap(({ today, ...point }) => (today === null ? [] : [{ ...point, today }]));
  const [first, ...rest] = sold;
  if (!first) return 'Net sales by hour: nothing sold yet today.';
  const best = rest.reduce((a, b) => (b.today > a.today ? b : a), first);
  const then = best.lastWeek === null ? '' : `, last week ${formatMoney(best.lastWeek, currency)}`;
  return `Net sales by hour today. Best: ${best.label}–${best.until} with ${formatMoney(best.today, currency)}${then}.`;
}
