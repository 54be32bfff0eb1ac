import type { EChartsCoreOption } from 'echarts/core';
import { type DemandCurve, effectOf } from '#lib/demand-curve.ts';
import { formatCount, formatMoney, formatMoneyShort } from '#lib/figures.ts';
import { minorUnits } from '#lib/money.ts';
import type { ChartPalette } from './chart-palette.ts';

export type CurveMeasure = 'units' | 'margin';

export interface CurvePoint {
  /** Cents. */
  readonly price: number;
  /** Over the horizon: units, or cents of margin. */
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

const STEPS = 40;

/** The curve from one price to another: what is sold or earned over the horizon, with its interval. */
export function curvePoints(
  curve: DemandCurve,
  measure: CurveMeasure,
  from: number,
  to: number,
): CurvePoint[] {
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const price = from + ((to - from) * step) / STEPS;
    return { price, ...levelAt(curve, measure, price) };
  });
}

export function levelAt(curve: DemandCurve, measure: CurveMeasure, price: number): Omit<CurvePoint, 'price'> {
  const now = measure === 'units' ? curve.units : (curve.price - curve.cost) * curve.units;
  const { mean, lower, upper } = effectOf(curve, price)[measure];
  return { mean: now + mean, lower: now + lower, upper: now + upper };
}

interface Marks {
  readonly now: number;
  readonly chosen: number;
}

/** The mean as a line, its interval as two thin ones, a ring at the price now and a dot at the price chosen. */
export function demandCurveOption(
  curve: DemandCurve,
  measure: CurveMeasure,
  points: readonly CurvePoint[],
  { now, chosen }: Marks,
  currency: string,
  palette: ChartPalette,
): EChartsCoreOption {
  const written = (value: number) =>
    measure === 'units' ? formatCount(Math.round(value)) : formatMoneyShort(value / 100, currency);
  const line = (of: 'lower' | 'upper') => ({
    type: 'line',
    data: points.map((point) => [point.price / 100, point[of]]),
    symbol: 'none',
    lineStyle: { color: palette.lineStrong, width: 1, type: 'dashed' },
    silent: true,
  });
  const dot = (price: number, color: string, isFilled: boolean) => ({
    type: 'line',
    data: [[price / 100, levelAt(curve, measure, price).mean]],
    symbol: 'circle',
    symbolSize: 10,
    itemStyle: { color: isFilled ? color : palette.surface, borderColor: color, borderWidth: 2 },
    silent: true,
  });
  const [first, last] = [points[0]?.price ?? now, points.at(-1)?.price ?? now];
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily },
    grid: {
      left: 4,
      right: 16,
      top: 12,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'value',
      min: first / 100,
      max: last / 100,
      splitNumber: 4,
      splitLine: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: {
        color: palette.inkMuted,
        fontSize: 12,
        hideOverlap: true,
        formatter: (major: number) => formatMoney(minorUnits(BigInt(Math.round(major * 100))), currency),
      },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: 4,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.inkMuted, fontSize: 12, formatter: written },
    },
    series: [
      line('lower'),
      line('upper'),
      {
        type: 'line',
        data: points.map(({ price, mean }) => [price / 100, mean]),
        symbol: 'none',
        lineStyle: { color: palette.accent, width: 2 },
        silent: true,
      },
      dot(now, palette.ink, false),
      dot(chosen, palette.accent, true),
    ],
  };
}

/** The chart in a sentence. */
export function demandCurveSummary(
  measure: CurveMeasure,
  points: readonly CurvePoint[],
  currency: string,
  days: number,
): string {
  const money = (cents: number) => formatMoney(minorUnits(BigInt(Math.round(cents))), currency);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return 'No curve.';
  const level = (point: CurvePoint) =>
    measure === 'units' ? `${formatCount(Math.round(point.mean))} units` : `${money(point.mean)} of margin`;
  const best = points.reduce((most, point) => (point.mean > most.mean ? point : most), first);
  const most = measure === 'margin' ? ` Most at ${money(best.price)}: ${level(best)}.` : '';
  return `Expected over ${days} days: ${level(first)} at ${money(first.price)}, ${level(last)} at ${money(last.price)}.${most}`;
}
