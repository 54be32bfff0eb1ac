import { type BasisName, DEFAULT_BASIS } from './comparison.ts';
import type { Period, PeriodPreset } from './period.ts';

type Choice = {
  readonly basis: BasisName;
  readonly stores?: readonly string[];
  /** Comparable stores only. */
  readonly comp?: boolean;
} & (
  | { readonly preset: PeriodPreset; readonly period?: Period }
  | { readonly preset: null; readonly period: Period }
);

/**
 * The address that chooses these days and stores: short, with what is usual left out. `choosePeriod`, `chooseBasis`,
 * `chooseComp` and `chooseStores` read it.
 */
export function periodAddress(path: string, choice: Choice): string {
  const query = new URLSearchParams(
    choice.preset === null ? { from: choice.period.from, to: choice.period.to } : { period: choice.preset },
  );
  if (choice.basis !== DEFAULT_BASIS) query.set('basis', choice.basis);
  if (choice.comp) query.set('comp', 'yes');
  for (const store of choice.stores ?? []) query.append('store', store);
  return `${path}?${query}`;
}
