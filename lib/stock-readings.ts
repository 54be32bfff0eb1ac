import type { Reading } from './alert.ts';
import { timeOfDay } from './completeness.ts';
import type { ShelfState, StockFloor } from './stock-floor.ts';

/** Of one store no more are told at once: the page of the store has them all. */
const MOST_OF_A_STORE = 5;
/** Less than that, in minor units, is not worth a walk to the shelf. */
const WORTH_A_WALK = 20_00;
/** One cycle in twenty may run short: its quantile of the normal distribution. */
const SERVICE_Z = 1.645;

/** Inventory position at which to order: what is wanted in the lead time, and a margin for its chances (Poisson demand). */
export function reorderPoint({ rate, leadTimeDays }: Pick<ShelfState, 'rate' | 'leadTimeDays'>): number {
  const wanted = rate * leadTimeDays;
  return wanted + SERVICE_Z * Math.sqrt(wanted);
}

/** What of a store’s shelves runs out today, dearest first; each product is an alert of its own. */
export function stockOutReadings({ storeId, runningOut }: StockFloor, storeName: string): Reading[] {
  return runningOut
    .filter(({ runsOutAt, atStake }) => runsOutAt !== null && atStake >= WORTH_A_WALK)
    .slice(0, MOST_OF_A_STORE)
    .map((row) => ({
      rule: 'stock-out',
      subject: `${storeId}/${row.productId}`,
      storeId,
      about: `${row.productName}, ${storeName}`,
      found:
        row.onHandNow === 0
          ? 'Nothing is left.'
          : `${row.onHandNow} left, gone by about ${timeOfDay(row.runsOutAt ?? 0)}.`,
      level: 1,
      atStake: String(row.atStake),
    }));
}

/** The products of a store whose position is at or below their reorder point, as one alert: they are ordered together. */
export function lowStockReading(storeId: string, storeName: string, shelves: readonly ShelfState[]): Reading {
  const low = shelves.filter((it) => it.rate > 0 && it.onHandNow + it.onOrder <= reorderPoint(it));
  const wanted = shelves.filter(({ rate }) => rate > 0).length;
  const names = low
    .toSorted((a, b) => b.atStake - a.atStake)
    .slice(0, 3)
    .map(({ productName }) => productName);
  const share = wanted > 0 ? low.length / wanted : 0;
  return {
    rule: 'low-stock',
    subject: storeId,
    storeId,
    about: storeName,
    found:
      low.length > 0
        ? `${low.length} ${low.length === 1 ? 'product' : 'products'}: ${names.join(', ')}${low.length > 3 ? ' and more' : ''}.`
        : '',
    level: share / LOW_SHARE,
    atStake: String(low.reduce((sum, { atStake }) => sum + atStake, 0)),
  };
}

/** Some products are always about to be ordered; more than this share of them is a store that is not being ordered for. */
const LOW_SHARE = 0.15;
