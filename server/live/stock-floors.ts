import type { Redis } from 'ioredis';
import { type RowScope, scopeCovers } from '#lib/scope.ts';
import type { StockFloor } from '#lib/stock-floor.ts';
import { env } from '#server/shared/env.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { STOCK_FLOOR } from '#server/shared/redis-keys.ts';
import { remember } from '#server/shared/remember.ts';

/** The shelves of every store of a scope as the watch left them last; empty while none watches. */
export async function listStockFloors(scope: RowScope, redis: Redis = floorRedis()): Promise<StockFloor[]> {
  const told = await redis.hgetall(STOCK_FLOOR);
  return Object.entries(told)
    .filter(([storeId]) => scopeCovers(scope, storeId))
    .map(([, text]) => JSON.parse(text) as StockFloor)
    .sort((a, b) => a.storeId.localeCompare(b.storeId));
}

function floorRedis(): Redis {
  return remember('floor-redis', () => connectRedis(env().REDIS_URL, { name: 'floor' }));
}
