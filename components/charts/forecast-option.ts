import type { EChartsCoreOption } from 'echarts/core';
import type { BusinessDate } from '#lib/business-date.ts';
import type { DemandDay, ForecastDay } from '#lib/demand-forecast.ts';
import { formatCount, formatRatio, formatWeekday } from '#lib/figures.ts';
import type { ChartPalette } from './chart-palette.ts';

/** A day of the chart: what was sold up to today, what is expected after it. */
export interface ForecastPoint {
  readonly day: BusinessDate;
  readonly sold: number | null;
  readonly mean: number | null;
  readonly p10: number | null;
  readonly p90: number | null;
}

/** Days that closed, then the days ahead; a day that is in both, as of a trial, holds both. */
export function forecastPoints(sold: readonly DemandDay[], ahead: readonly ForecastDay[]): ForecastPoint[] {
  const points = new Map<BusinessDate, ForecastPoint>();
  for (const { businessDate, sold: units } of sold)
    points.set(businessDate, { day: businessDate, sold: units, mean: null, p10: null, p90: null });
  for (const { businessDate, mean, p10, p90, actual } of ahead)
    points.set(businessDate, {
      ...{ day: businessDate, mean, p10, p90 },
      sold: actual ?? points.get(businessDate)?.sold ?? null,
    });
  return [...points.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

export function forecastOption(points: readonly ForecastPoint[], palette: ChartPalette): EChartsCoreOption {
  const label = { color: palette.inkMuted, fontSize: 12 };
  const quiet = { type: 'line', symbol: 'none', silent: true, stack: 'range', lineStyle: { opacity: 0 } };
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily },
    grid: { left: 8, right: 8, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      // Text, not HTML: a name from the data can never become markup.
      renderMode: 'richText',
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontSize: 13 },
      formatter: (hovered: readonly { dataIndex: number }[]) => tooltip(points[hovered[0]?.dataIndex ?? -1]),
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: points.map(({ day }) => formatWeekday(day)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...label, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...label, formatter: (units: number) => formatCount(units) },
    },
    series: [
      // The range is drawn as what lies under it, unseen, and its height on top of that.
      { ...quiet, name: 'P10', data: points.map(({ p10 }) => p10) },
      {
        ...quiet,
        name: 'P10 to P90',
        data: points.map(({ p10, p90 }) => (p10 === null || p90 === null ? null : p90 - p10)),
        areaStyle: { color: palette.accent, opacity: 0.16 },
      },
      {
        name: 'Sold',
        type: 'line',
        symbol: 'none',
        data: points.map(({ sold }) => sold),
        lineStyle: { color: palette.ink, width: 1.5 },
        itemStyle: { color: palette.ink },
      },
      {
        name: 'Expected',
        type: 'line',
        symbol: 'none',
        data: points.map(({ mean }) => mean),
        lineStyle: { color: palette.accent, width: 2 },
        itemStyle: { color: palette.accent },
      },
    ],
  };
}

/** Small numbers with a decimal: half a unit a day is not none. */
export const writeUnits = (units: number): string =>
  units < 20 ? formatRatio(units, 1) : formatCount(Math.round(units));

function tooltip(point: ForecastPoint | undefined): string {
  if (!point) return '';
  const lines = [formatWeekday(point.day)];
  if (point.sold !== null) lines.push(`Sold: ${formatCount(Math.round(point.sold))}`);
  if (point.mean !== null) lines.push(`Expected: ${writeUnits(point.mean)}`);
  if (point.p10 !== null && point.p90 !== null)
    lines.push(`8 days in 10: ${writeUnits(point.p10)} to ${writeUnits(point.p90)}`);
  return lines.join('\n');
}

/** The chart in a sentence: how much is expected, and when most. */
export function forecastSummary(points: readonly ForecastPoint[]): string {
  const ahead = points.flatMap(({ day, mean }) => (mean === null ? [] : [{ day, mean }]));
  const [first, ...rest] = ahead;
  if (!first) return 'Units by day: no forecast.';
  const most = rest.reduce((a, b) => (b.mean > a.mean ? b : a), first);
  const sum = ahead.reduce((total, { mean }) => total + mean, 0);
  return `Units by day. Expected over ${ahead.length} days: ${writeUnits(sum)}. Most on ${formatWeekday(most.day)}: ${writeUnits(most.mean)}.`;
}
