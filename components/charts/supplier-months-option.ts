import type { EChartsCoreOption } from 'echarts/core';
import { formatMonth, formatRate, formatRatio } from '#lib/figures.ts';
import { otif, type SupplierMonth } from '#lib/supplier-scorecard.ts';
import type { ChartPalette } from './chart-palette.ts';

/** Columns for OTIF of each month, a line for its mean lead time in days. */
export function supplierMonthsOption(
  months: readonly SupplierMonth[],
  palette: ChartPalette,
): EChartsCoreOption {
  const label = { color: palette.inkMuted, fontSize: 12 };
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily },
    grid: { left: 8, right: 8, top: 28, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    tooltip: {
      trigger: 'axis',
      // Text, not HTML: a name from the data can never become markup.
      renderMode: 'richText',
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontSize: 13 },
      axisPointer: { type: 'shadow' },
      formatter: (hovered: readonly { dataIndex: number }[]) => tooltip(months[hovered[0]?.dataIndex ?? -1]),
    },
    xAxis: {
      type: 'category',
      data: months.map(({ month }) => formatMonth(month)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...label, hideOverlap: true },
    },
    yAxis: [
      {
        type: 'value',
        name: 'OTIF',
        nameTextStyle: label,
        min: 0,
        max: 1,
        interval: 0.25,
        splitLine: { lineStyle: { color: palette.line } },
        axisLabel: { ...label, formatter: (share: number) => `${Math.round(share * 100)}%` },
      },
      {
        type: 'value',
        name: 'Days',
        nameTextStyle: label,
        min: 0,
        splitLine: { show: false },
        axisLabel: label,
      },
    ],
    series: [
      {
        name: 'OTIF by line',
        type: 'bar',
        data: months.map(({ otifLines, linesDue }) => otif(otifLines, linesDue)),
        itemStyle: { color: palette.accent, borderRadius: [2, 2, 0, 0] },
        barCategoryGap: '45%',
      },
      {
        name: 'Lead time',
        type: 'line',
        yAxisIndex: 1,
        symbolSize: 5,
        data: months.map(({ leadMean }) => leadMean),
        lineStyle: { color: palette.lineStrong, width: 1.5 },
        itemStyle: { color: palette.lineStrong },
      },
    ],
  };
}

function tooltip(month: SupplierMonth | undefined): string {
  if (!month) return '';
  const lines = [formatMonth(month.month), `OTIF: ${formatRate(otif(month.otifLines, month.linesDue))}`];
  if (month.leadMean !== null) lines.push(`Lead time: ${formatRatio(month.leadMean, 1)} days`);
  return lines.join('\n');
}

/** The chart in a sentence: its best and its weakest month. */
export function supplierMonthsSummary(months: readonly SupplierMonth[]): string {
  const due = months.flatMap((month) => {
    const rate = otif(month.otifLines, month.linesDue);
    return rate === null ? [] : [{ month: month.month, rate }];
  });
  const [first, ...rest] = due;
  if (!first) return 'OTIF by month: nothing was due.';
  const best = rest.reduce((a, b) => (b.rate > a.rate ? b : a), first);
  const weakest = rest.reduce((a, b) => (b.rate < a.rate ? b : a), first);
  const of = (one: typeof first) => `${formatMonth(one.month)} with ${formatRate(one.rate)}`;
  return `OTIF by line over ${due.length} months. Best: ${of(best)}. Weakest: ${of(weakest)}.`;
}
