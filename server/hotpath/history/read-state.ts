import type { Redis } from 'ioredis';
import type { BusinessDate } from '#lib/business-date.ts';
import { PARTITIONS, partitionOf } from '#lib/partition.ts';
import { dayKey, posCounts, stockKey, windowsKey } from '#server/shared/redis-keys.ts';
import type { Expected } from './oracle.ts';

/** What Redis holds after a history, in the form the oracle writes it. */
export async function readState(
  redis: Redis,
  dates: readonly BusinessDate[],
  stores: readonly string[],
): Promise<Expected> {
  const days: Record<string, string> = {};
  const windows: Record<string, string> = {};
  const onHand: Record<string, number> = {};
  for (const date of dates)
    for (let partition = 0; partition < PARTITIONS; partition += 1) {
      for (const [field, value] of Object.entries(await redis.hgetall(dayKey(partition, date))))
        if (!/^(countedAt|position):/.test(field)) days[`${date} ${field}`] = value;
      for (const [field, value] of Object.entries(await redis.hgetall(windowsKey(partition, date))))
        windows[`${date} ${field}`] = value;
    }
  for (const store of stores) {
    const stock = await redis.hgetall(stockKey(partitionOf(store), store));
    for (const [field, counted] of Object.entries(stock))
      if (field.startsWith('counted:')) {
        const product = field.slice('counted:'.length);
        onHand[`${store} ${product}`] = Number(counted) + Number(stock[`moved:${product}`] ?? 0);
      }
  }
  return { days, windows, onHand };
}

export interface Counts {
  readonly applied: number;
  readonly duplicate: number;
  readonly dead: number;
}

/** Events ever counted, over all partitions. */
export async function readCounts(redis: Redis): Promise<Counts> {
  const sum = { applied: 0, duplicate: 0, dead: 0 };
  for (let partition = 0; partition < PARTITIONS; partition += 1) {
    const [applied, duplicate, dead] = await redis.hmget(
      posCounts(partition),
      'applied',
      'duplicate',
      'dead',
    );
    sum.applied += Number(applied);
    sum.duplicate += Number(duplicate);
    sum.dead += Number(dead);
  }
  return sum;
}
