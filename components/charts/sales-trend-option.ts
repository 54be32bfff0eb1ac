import type { EChartsCoreOption } from 'echarts/core';
import { formatMoney, formatMoneyShort, formatWeekday } from '#lib/figures.ts';
import { type MinorUnits, toChartValue } from '#lib/money.ts';
import type { SalesEvent } from '#lib/sales-events.ts';
import type { TrendPoint } from '#lib/sales-trend.ts';
import type { ChartPalette } from './chart-palette.ts';
import { plainText } from './plain-text.ts';

/** Columns for the period, a line for the basis. A day without trading has no column, rather than one of height zero. */
export function salesTrendOption(
  points: readonly TrendPoint[],
  events: readonly SalesEvent[],
  currency: string,
  palette: ChartPalette,
): EChartsCoreOption {
  const on = Map.groupBy(events, ({ day }) => day);
  const noted = new Set(events.flatMap(({ kind, day }) => (kind === 'note' ? [day] : [])));
  const highest = Math.max(
    ...points.map(({ netSales }) => (netSales === null ? 0 : toChartValue(netSales))),
    1,
  );
  const value = (amount: MinorUnits | null) => (amount === null ? null : toChartValue(amount));
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
      axisPointer: { type: 'shadow' },
      formatter: (hovered: readonly { dataIndex: number }[]) =>
        tooltip(points[hovered[0]?.dataIndex ?? -1], on, currency),
    },
    xAxis: {
      type: 'category',
      data: points.map(({ businessDate }) => formatWeekday(businessDate)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.inkMuted, fontSize: 12, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: {
        color: palette.inkMuted,
        fontSize: 12,
        formatter: (major: number) => formatMoneyShort(major, currency),
      },
    },
    series: [
      {
        name: 'Net sales',
        type: 'bar',
        data: points.map(({ netSales }) => value(netSales)),
        itemStyle: { color: palette.accent, borderRadius: [2, 2, 0, 0] },
        barCategoryGap: '38%',
      },
      {
        name: 'Compared with',
        type: 'line',
        data: points.map(({ basisNetSales }) => value(basisNetSales)),
        symbol: 'none',
        lineStyle: { color: palette.lineStrong, width: 1.5 },
        itemStyle: { color: palette.lineStrong },
      },
      {
        // Marks above the columns: a diamond for a holiday, a triangle for promotions that begin.
        name: 'Events',
        type: 'line',
        data: points.map(({ businessDate }) => {
          const event = on.get(businessDate)?.find(({ kind }) => kind !== 'note');
          if (!event) return null;
          return { value: highest * 1.08, symbol: event.kind === 'holiday' ? 'diamond' : 'triangle' };
        }),
        symbolSize: 9,
        lineStyle: { opacity: 0 },
        itemStyle: { color: palette.inkMuted },
      },
      {
        // A dot above the marks of the calendar where somebody wrote a note.
        name: 'Notes',
        type: 'line',
        data: points.map(({ businessDate }) => (noted.has(businessDate) ? highest * 1.18 : null)),
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { opacity: 0 },
        itemStyle: { color: palette.accent },
      },
    ],
  };
}

function tooltip(
  point: TrendPoint | undefined,
  events: ReadonlyMap<string, readonly SalesEvent[]>,
  currency: string,
): string {
  if (!point) return '';
  const lines = [`${formatWeekday(point.businessDate)}: ${formatMoney(point.netSales, currency)}`];
  if (point.basisDate !== null && point.basisNetSales !== null)
    lines.push(`${formatWeekday(point.basisDate)}: ${formatMoney(point.basisNetSales, currency)}`);
  const told = (events.get(point.businessDate) ?? []).flatMap(({ words }) => folded(words));
  return plainText([...lines, ...told].join('\n'));
}

/** Characters of a line under the pointer: a note is as long as a paragraph, and a telephone narrow. */
const LINE = 44;

/** Words in lines; one that is longer than a line is cut in two. */
function folded(words: string): string[] {
  return words.match(new RegExp(`\\S.{0,${LINE - 1}}(?=\\s|$)|\\S{1,${LINE}}`, 'gu')) ?? [];
}

/** The chart in a sentence: its best and its weakest trading day. */
export function salesTrendSummary(points: readonly TrendPoint[], currency: string): string {
  const traded = points.flatMap(({ businessDate, netSales }) =>
    netSales === null ? [] : [{ businessDate, netSales }],
  );
  const [first, ...rest] = traded;
  if (!first) return 'Net sales by day: no trading in this period.';
  const best = rest.reduce((a, b) => (b.netSales > a.netSales ? b : a), first);
  const weakest = rest.reduce((a, b) => (b.netSales < a.netSales ? b : a), first);
  const day = (point: typeof first) =>
    `${formatWeekday(point.businessDate)} with ${formatMoney(point.netSales, currency)}`;
  return `Net sales by day over ${traded.length} trading days. Best: ${day(best)}. Weakest: ${day(weakest)}.`;
}
