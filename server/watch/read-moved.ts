import type { Redis } from 'ioredis';
import type { BusinessDate } from '#lib/business-date.ts';
import { partitionOf } from '#lib/partition.ts';
import type { ShelfProduct } from '#lib/stock-floor.ts';
import { movedKey, stockKey } from '#server/shared/redis-keys.ts';

/**
 * Units by which the day has moved each product of a store since the close before it. A count made today says what there
 * is: it takes the place of the record, and what moved after it is added.
 */
export async function readMoved(
  redis: Redis,
  storeId: string,
  date: BusinessDate,
  shelf: readonly ShelfProduct[],
): Promise<ReadonlyMap<string, number>> {
  const partition = partitionOf(storeId);
  const [moved, stock] = await Promise.all([
    redis.hgetall(movedKey(partition, storeId, date)),
    redis.hgetall(stockKey(partition, storeId)),
  ]);
  return new Map(
    shelf.map(({ productId, onHand }) => {
      const countedAt = stock[`countedAt:${productId}`];
      if (countedAt !== undefined && countedAt.slice(0, 10) >= date) {
        const now = Number(stock[`counted:${productId}`]) + Number(stock[`moved:${productId}`] ?? 0);
        return [productId, now - onHand];
      }
      return [productId, Number(moved[productId] ?? 0)];
    }),
  );
}
