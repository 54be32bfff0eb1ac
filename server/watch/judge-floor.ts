import type { Redis } from 'ioredis';
import { ALERT_RULES, type AlertRule, type Reading } from '#lib/alert.ts';
import { alertReadings } from '#lib/alert-readings.ts';
import { addDays } from '#lib/business-date.ts';
import { closeReadings } from '#lib/chain-readings.ts';
import { isUnavailable, type LiveSales, type LiveUnavailable, minuteOfDay } from '#lib/live-sales.ts';
import { shelfState, stockFloor } from '#lib/stock-floor.ts';
import { lowStockReading, stockOutReadings } from '#lib/stock-readings.ts';
import { watchScope } from '#server/auth/service-scope.ts';
import { readClosedDay } from '#server/live/closed-day.ts';
import { STOCK_FLOOR } from '#server/shared/redis-keys.ts';
import type { ExpectedDay } from './expected-day.ts';
import { readMoved } from './read-moved.ts';

export interface Judgement {
  readonly readings: readonly Reading[];
  /** Rules whose figures were there to be judged. */
  readonly judged: ReadonlySet<AlertRule>;
}

const SETTLED: readonly AlertRule[] = ['price-gap', 'supplier-late', 'quality-failed', 'close-differs'];

/**
 * Holds the floor as it is now against the day that was expected: every rule's readings, and each store's shelves, which
 * are left in Redis for those who look at them. @param now epoch ms
 */
export async function judgeFloor(
  redis: Redis,
  day: ExpectedDay,
  sales: LiveSales | LiveUnavailable,
  now: number,
): Promise<Judgement> {
  const closed = await readClosedDay(redis, addDays(day.businessDate, -1), watchScope());
  const settled = [...day.settled, ...closeReadings(closed)];
  // While the live figures are away, or still those of another day, nothing is said of them.
  if (isUnavailable(sales) || sales.businessDate !== day.businessDate)
    return { readings: settled, judged: new Set(SETTLED) };
  const { usual, curves } = day;
  const live = alertReadings(sales, { usual, curves, about: `${usual.length} stores` }, now);
  const stock = await judgeShelves(redis, day, sales);
  return {
    readings: [...settled, ...live, ...stock],
    judged: new Set(Object.keys(ALERT_RULES) as AlertRule[]),
  };
}

async function judgeShelves(redis: Redis, day: ExpectedDay, sales: LiveSales): Promise<Reading[]> {
  const { businessDate, usual, curves, shelves } = day;
  const minute = sales.floorTime === null ? 0 : minuteOfDay(businessDate, sales.floorTime);
  const times = new Map(sales.stores.map(({ storeId, eventTime }) => [storeId, eventTime]));
  const readings: Reading[] = [];
  const told: Record<string, string> = {};
  for (const { storeId, storeName } of usual) {
    const shelf = shelves.get(storeId) ?? [];
    const moved = await readMoved(redis, storeId, businessDate, shelf);
    const states = shelf.map((it) => shelfState(it, moved.get(it.productId) ?? 0, { curves, minute }));
    const floor = stockFloor(storeId, times.get(storeId) ?? null, states);
    told[storeId] = JSON.stringify(floor);
    readings.push(...stockOutReadings(floor, storeName), lowStockReading(storeId, storeName, states));
  }
  const change = redis.multi().del(STOCK_FLOOR);
  if (usual.length > 0) change.hset(STOCK_FLOOR, told);
  for (const [error] of (await change.exec()) ?? []) if (error) throw error;
  return readings;
}
