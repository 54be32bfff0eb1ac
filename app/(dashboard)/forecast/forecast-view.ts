import { addressWith } from '#lib/address.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';

/** What every panel of the page shares: the lake, and which part of the demand somebody looks at. */
export interface ForecastView {
  readonly lake: LakeStatus;
  readonly search: SearchParams;
  /** Null for all categories. */
  readonly category: string | null;
  /** Null for all products. */
  readonly productId: string | null;
}

export function forecastView(lake: LakeStatus, search: SearchParams): ForecastView {
  const one = (value: string | string[] | undefined, longest: number) =>
    typeof value === 'string' && value !== '' ? value.slice(0, longest) : null;
  return { lake, search, category: one(search['category'], 100), productId: one(search['product'], 32) };
}

/** The same view of another part. */
export const forecastAddress = (
  { search }: ForecastView,
  changes: Readonly<Record<string, string | null>>,
): string => addressWith(PAGES.forecast.path, search, changes);
