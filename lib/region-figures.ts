import type { StorePair } from './sales-bridge.ts';
import { type StoreMeasures, sumMeasures } from './store-figures.ts';

/** The stores of a region together; null for a side on which none of them has a record. */
export interface RegionFigures {
  readonly region: string;
  readonly stores: number;
  readonly now: StoreMeasures | null;
  readonly before: StoreMeasures | null;
}

/** Highest net sales first. A store of no known region is left out, and so is a region without a record. */
export function regionFigures(
  pairs: readonly StorePair[],
  regionOf: (storeId: string) => string | undefined,
): RegionFigures[] {
  const regions = new Map<string, StorePair[]>();
  for (const pair of pairs) {
    const region = regionOf(pair.storeId);
    if (region !== undefined) regions.set(region, [...(regions.get(region) ?? []), pair]);
  }
  return [...regions]
    .map(([region, stores]) => ({
      region,
      stores: stores.filter(({ now }) => now.tradingDays > 0).length,
      now: sumMeasures(stores.map(({ now }) => now)),
      before: sumMeasures(stores.map(({ before }) => before)),
    }))
    .sort((a, b) => Number((b.now?.netSales ?? 0n) - (a.now?.netSales ?? 0n)));
}
