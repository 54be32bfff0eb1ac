import type { EChartsCoreOption } from 'echarts/core';
import { formatCount, formatRatio } from '#lib/figures.ts';
import type { ChartPalette } from './chart-palette.ts';
import { plainText } from './plain-text.ts';

/** One field of the heatmap: how long the stock of a row lasts in a column. */
export interface StockCell {
  readonly row: string;
  readonly column: string;
  /** Null where nothing is wanted. */
  readonly daysOfCover: number | null;
  /** Said when it is pointed at. */
  readonly detail: string;
}

/** Ends of the bands in days; few days call for the eye, too many are grey. */
export const COVER_BANDS = [
  { title: 'under 3 days', below: 3 },
  { title: '3 to 7', below: 7 },
  { title: '7 to 14', below: 14 },
  { title: '14 to 45', below: 45 },
  { title: '45 to 90', below: 90 },
  { title: '90 and more', below: Number.POSITIVE_INFINITY },
] as const;
const NO_DEMAND = -1;
const LONGEST_NAME = 18;

export function stockHeatmapOption(cells: readonly StockCell[], palette: ChartPalette): EChartsCoreOption {
  const rows = [...new Set(cells.map(({ row }) => row))];
  const columns = [...new Set(cells.map(({ column }) => column))];
  const label = { color: palette.inkMuted, fontSize: 12 };
  const short = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);
  const band = (at: number, color: string) => ({
    gte: COVER_BANDS[at - 1]?.below ?? 0,
    lt: COVER_BANDS[at]?.below ?? 0,
    label: COVER_BANDS[at]?.title,
    color,
  });
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily },
    grid: { left: 4, right: 4, top: 4, bottom: 40, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      // Text, not HTML: a name from the data can never become markup.
      renderMode: 'richText',
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontSize: 13 },
      formatter: ({ dataIndex }: { dataIndex: number }) => plainText(tooltip(cells[dataIndex])),
    },
    xAxis: {
      type: 'category',
      data: columns,
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...label, rotate: columns.length > 4 ? 40 : 0, interval: 0, formatter: short },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows,
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...label, interval: 0, formatter: short },
    },
    visualMap: {
      type: 'piecewise',
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemWidth: 14,
      itemHeight: 12,
      itemGap: 8,
      textStyle: { color: palette.inkMuted, fontSize: 12 },
      dimension: 2,
      pieces: [
        band(0, palette.accent),
        band(1, shade(palette.accent, 0.62)),
        band(2, shade(palette.accent, 0.32)),
        band(3, shade(palette.accent, 0.1)),
        band(4, shade(palette.lineStrong, 0.28)),
        { ...band(5, shade(palette.lineStrong, 0.55)), lt: undefined },
        ...(cells.some(({ daysOfCover }) => daysOfCover === null)
          ? [{ value: NO_DEMAND, label: 'not wanted', color: shade(palette.lineStrong, 0.08) }]
          : []),
      ],
    },
    series: [
      {
        type: 'heatmap',
        data: cells.map(({ row, column, daysOfCover }) => ({
          value: [columns.indexOf(column), rows.indexOf(row), daysOfCover ?? NO_DEMAND],
          label: { color: (daysOfCover ?? 99) < 3 ? palette.surface : palette.ink },
        })),
        label: {
          show: columns.length <= 16,
          fontSize: 11,
          formatter: ({ value }: { value: readonly number[] }) =>
            (value[2] ?? NO_DEMAND) < 0 ? '' : formatCount(Math.round(value[2] ?? 0)),
        },
        itemStyle: { borderColor: palette.surface, borderWidth: 1.5, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: palette.ink } },
      },
    ],
  };
}

function tooltip(cell: StockCell | undefined): string {
  if (!cell) return '';
  const cover =
    cell.daysOfCover === null ? 'Nothing wanted' : `${formatRatio(cell.daysOfCover, 1)} days of cover`;
  return `${cell.row}, ${cell.column}\n${cover}\n${cell.detail}`;
}

/** `rgb(1, 2, 3)` as the palette has it, seen through. */
function shade(color: string, alpha: number): string {
  return color.startsWith('rgb(') ? color.replace('rgb(', 'rgba(').replace(')', `, ${alpha})`) : color;
}

/** The chart in a sentence: where stock is shortest. */
export function stockHeatmapSummary(cells: readonly StockCell[]): string {
  const known = cells.flatMap(({ daysOfCover, ...cell }) =>
    daysOfCover === null ? [] : [{ ...cell, daysOfCover }],
  );
  const [first, ...rest] = known;
  if (!first) return 'Days of cover: no stock and no demand.';
  const least = rest.reduce((a, b) => (b.daysOfCover < a.daysOfCover ? b : a), first);
  const most = rest.reduce((a, b) => (b.daysOfCover > a.daysOfCover ? b : a), first);
  const of = (cell: typeof first) =>
    `${cell.row}, ${cell.column} with ${formatRatio(cell.daysOfCover, 1)} days`;
  return `Days of cover in ${known.length} fields. Shortest: ${of(least)}. Longest: ${of(most)}.`;
}
