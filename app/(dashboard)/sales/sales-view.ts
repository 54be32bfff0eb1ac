import type { Comparison } from '#lib/comparison.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import type { Period } from '#lib/period.ts';
import { periodAddress } from '#lib/period-address.ts';

/** What every panel of the page shares: which days, held against which, out of which lake. */
export interface SalesView {
  readonly lake: LakeStatus;
  readonly period: Period;
  readonly comparison: Comparison;
}

/** Where a table of this view is had as a file. */
export function exportAddress(table: string, { period, comparison }: SalesView): string {
  return periodAddress(`/api/export/${table}`, { preset: null, period, basis: comparison.basis });
}
