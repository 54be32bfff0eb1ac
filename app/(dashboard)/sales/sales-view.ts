import type { Comparison } from '#lib/comparison.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import type { Period } from '#lib/period.ts';

/** What every panel of the page shares: which days, held against which, out of which lake. */
export interface SalesView {
  readonly lake: LakeStatus;
  readonly period: Period;
  readonly comparison: Comparison;
}
