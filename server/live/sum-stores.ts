import type { BusinessClock } from '#lib/business-clock.ts';
import type { LiveSales } from '#lib/live-sales.ts';
import { type ScopeOfStores, scopeCovers } from '#lib/scope.ts';
import type { StoreDay } from './read-day.ts';

/** Sales so far over the stores of a scope. @param sentAt epoch milliseconds */
export function sumStores(
  stores: ReadonlyMap<string, StoreDay>,
  scope: ScopeOfStores,
  clock: BusinessClock,
  sentAt: number,
): LiveSales {
  let [netSales, transactions, units, reportingStores] = [0n, 0, 0, 0];
  let eventTime: string | null = null;
  let countedAt: number | null = null;
  for (const store of stores.values()) {
    if (!scopeCovers(scope, store.storeId)) continue;
    netSales += store.netSales;
    transactions += store.transactions;
    units += store.units;
    reportingStores += 1;
    if (eventTime === null || store.eventTime > eventTime) eventTime = store.eventTime;
    if (countedAt === null || store.countedAt > countedAt) countedAt = store.countedAt;
  }
  const { businessDate, currency, timeZone } = clock;
  return {
    businessDate,
    netSales: String(netSales),
    transactions,
    units,
    eventTime,
    countedAt,
    sentAt,
    currency,
    timeZone,
    reportingStores,
  };
}
