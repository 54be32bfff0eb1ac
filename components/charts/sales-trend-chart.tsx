'use client';
import { useRouter } from 'next/navigation';
import type { SalesEvent } from '#lib/sales-events.ts';
import type { TrendPoint } from '#lib/sales-trend.ts';
import { EChart } from './echart.tsx';
import { salesTrendOption, salesTrendSummary } from './sales-trend-option.ts';

interface SalesTrendChartProps {
  readonly points: readonly TrendPoint[];
  readonly events?: readonly SalesEvent[];
  readonly currency: string;
  /** The page of one day, `{day}` in the place of its date; the table beside the chart leads there too. */
  readonly dayHref?: string;
}

export function SalesTrendChart({ points, events = [], currency, dayHref }: SalesTrendChartProps) {
  const router = useRouter();
  return (
    <EChart
      className="h-64 sm:h-72"
      name="Net sales by day"
      summary={salesTrendSummary(points, currency)}
      option={(palette) => salesTrendOption(points, events, currency, palette)}
      onPick={(position) => {
        const day = points[position]?.businessDate;
        if (day && dayHref) router.push(dayHref.replaceAll('{day}', day));
      }}
    />
  );
}
