import type { Redis } from 'ioredis';
import { ACCESS_VERSION, REGION_STORES } from '#server/shared/access-keys.ts';

interface RegionStore {
  readonly storeId: string;
  readonly region: string;
}

/**
 * Says in Redis which stores a region has, for those who may see a region: sign-in cannot ask the lake. While the lake
 * cannot be asked, what was said last stands.
 * @returns why it could not be said, or null
 */
export async function setRegionStores(
  redis: Redis,
  listStores: () => Promise<{ readonly rows: readonly RegionStore[] }>,
): Promise<string | null> {
  try {
    const { rows } = await listStores();
    const regions = Map.groupBy(rows, ({ region }) => region);
    const said = Object.fromEntries(
      [...regions].map(([region, stores]) => [region, JSON.stringify(stores.map(({ storeId }) => storeId))]),
    );
    if (sameEntries(await redis.hgetall(REGION_STORES), said)) return null;
    const change = redis.multi().del(REGION_STORES);
    if (regions.size > 0) change.hset(REGION_STORES, said);
    for (const [error] of (await change.incr(ACCESS_VERSION).exec()) ?? []) if (error) throw error;
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function sameEntries(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
