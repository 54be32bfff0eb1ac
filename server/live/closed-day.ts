import type { Redis } from 'ioredis';
import type { BusinessDate } from '#lib/business-date.ts';
import type { ClosedDay } from '#lib/chain-readings.ts';
import { type RowScope, scopeCovers } from '#lib/scope.ts';
import { env } from '#server/shared/env.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { closedKey } from '#server/shared/redis-keys.ts';
import { remember } from '#server/shared/remember.ts';

/** A day as it was shown live and as it was closed, over the stores of a scope; null where it was not closed from live. */
export async function readClosedDay(
  redis: Redis,
  businessDate: BusinessDate,
  scope: RowScope,
): Promise<ClosedDay | null> {
  const stores = Object.entries(await redis.hgetall(closedKey(businessDate))).filter(([storeId]) =>
    scopeCovers(scope, storeId),
  );
  if (stores.length === 0) return null;
  const sums = stores.map(([, text]) => text.split('/').map(BigInt));
  const total = (at: 0 | 1) => sums.reduce((sum, figures) => sum + (figures[at] ?? 0n), 0n);
  return { businessDate, live: total(0), closed: total(1) };
}

export function getClosedDay(businessDate: BusinessDate, scope: RowScope): Promise<ClosedDay | null> {
  const redis = remember('floor-redis', () => connectRedis(env().REDIS_URL, { name: 'floor' }));
  return readClosedDay(redis, businessDate, scope);
}
