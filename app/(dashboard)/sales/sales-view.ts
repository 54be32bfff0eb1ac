import type { Comparison } from '#lib/comparison.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import type { Period, PeriodPreset } from '#lib/period.ts';
import { periodAddress } from '#lib/period-address.ts';

/** What every panel of the page shares: which days, held against which, out of which lake. */
export interface SalesView {
  readonly lake: LakeStatus;
  readonly period: Period;
  /** The name the days were chosen by; null for a range the person typed. */
  readonly preset: PeriodPreset | null;
  readonly comparison: Comparison;
  /** Stores picked by the person; empty means all of their own. */
  readonly stores: readonly string[];
}

/** The same view of other stores. */
export function viewAddress(
  path: string,
  { period, preset, comparison }: SalesView,
  stores: readonly string[],
): string {
  return periodAddress(path, { preset, period, basis: comparison.basis, stores });
}

/** Where a table of this view is had as a file. */
export function exportAddress(table: string, view: SalesView): string {
  return viewAddress(`/api/export/${table}`, view, view.stores);
}
