'use client';
import type { SupplierMonth } from '#lib/supplier-scorecard.ts';
import { EChart } from './echart.tsx';
import { supplierMonthsOption, supplierMonthsSummary } from './supplier-months-option.ts';

export function SupplierMonthsChart({ months }: { months: readonly SupplierMonth[] }) {
  return (
    <EChart
      className="h-64"
      summary={supplierMonthsSummary(months)}
      option={(palette) => supplierMonthsOption(months, palette)}
    />
  );
}
