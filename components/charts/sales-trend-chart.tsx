'use client';
import type { TrendPoint } from '#lib/sales-trend.ts';
import { EChart } from './echart.tsx';
import { salesTrendOption, salesTrendSummary } from './sales-trend-option.ts';

export function SalesTrendChart({ points, currency }: { points: readonly TrendPoint[]; currency: string }) {
  return (
    <EChart
      className="h-64 sm:h-72"
      summary={salesTrendSummary(points, currency)}
      option={(palette) => salesTrendOption(points, currency, palette)}
    />
  );
}
