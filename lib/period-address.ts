import { type BasisName, DEFAULT_BASIS } from './comparison.ts';
import type { Period, PeriodPreset } from './period.ts';

type Choice = { readonly basis: BasisName } & (
  | { readonly preset: PeriodPreset; readonly period?: Period }
  | { readonly preset: null; readonly period: Period }
);

/** The address that chooses these days: short, with what is usual left out. `choosePeriod` and `chooseBasis` read it. */
export function periodAddress(path: string, choice: Choice): string {
  const query = new URLSearchParams(
    choice.preset === null ? { from: choice.period.from, to: choice.period.to } : { period: choice.preset },
  );
  if (choice.basis !== DEFAULT_BASIS) query.set('basis', choice.basis);
  return `${path}?${query}`;
}
