import type { MinorUnits } from './money.ts';
import { relativeChange } from './sales.ts';
import { continues, type StorePair } from './sales-bridge.ts';
import type { StoreFigures } from './store-figures.ts';
import { varianceToTargetRate } from './store-rates.ts';

export interface StoreAgainstTarget {
  readonly storeId: string;
  readonly netSales: MinorUnits;
  /** Net sales ÷ target − 1. */
  readonly variance: number;
  /** Against the basis; null where the store did not trade in it. */
  readonly change: number | null;
}

const AT_MOST = 3;

/** Every store that has a target and traded, the furthest above it first. */
export function storesAgainstTarget(
  figures: readonly StoreFigures[],
  pairs: readonly StorePair[],
): StoreAgainstTarget[] {
  return figures
    .flatMap((store) => {
      const variance = varianceToTargetRate(store);
      if (variance === null || store.tradingDays === 0) return [];
      const pair = pairs.find(
        ({ storeId, ...sides }) => storeId === store.storeId && continues({ storeId, ...sides }),
      );
      const change = pair ? relativeChange(pair.now.netSales, pair.before.netSales) : null;
      return [{ storeId: store.storeId, netSales: store.netSales, variance, change }];
    })
    .sort((a, b) => b.variance - a.variance || a.storeId.localeCompare(b.storeId));
}

/**
 * The stores furthest above and below their targets, the furthest first. No store is on both sides, and with few stores
 * the lists are shorter.
 */
export function storeExtremes(
  figures: readonly StoreFigures[],
  pairs: readonly StorePair[],
): { best: StoreAgainstTarget[]; worst: StoreAgainstTarget[] } {
  const ranked = storesAgainstTarget(figures, pairs);
  const each = Math.min(AT_MOST, Math.floor(ranked.length / 2));
  return { best: ranked.slice(0, each), worst: ranked.slice(ranked.length - each).reverse() };
}
