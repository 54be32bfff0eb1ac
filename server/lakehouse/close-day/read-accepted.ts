import type { Redis } from 'ioredis';
import type { BusinessDate } from '#lib/business-date.ts';
import { PARTITIONS } from '#lib/partition.ts';
import type { PosEvent } from '#lib/pos-event.ts';
import { acceptedKey, POS_GROUP, posStream } from '#server/shared/redis-keys.ts';

const BATCH = 500;

/** Every event that was counted on a business date, each once; the hot path wrote them after its own check. */
export async function readAccepted(redis: Redis, date: BusinessDate): Promise<PosEvent[]> {
  const events = new Map<string, PosEvent>();
  for (let partition = 0; partition < PARTITIONS; partition += 1) {
    const scan = redis.hscanStream(acceptedKey(partition, date), { count: BATCH });
    for await (const chunk of scan as AsyncIterable<string[]>)
      for (let at = 0; at + 1 < chunk.length; at += 2)
        events.set(chunk[at] ?? '', JSON.parse(chunk[at + 1] ?? '') as PosEvent);
  }
  return [...events.values()];
}

/** Events that tills have sent and nobody has counted yet. */
export async function countWaiting(redis: Redis): Promise<number> {
  let waiting = 0;
  for (let partition = 0; partition < PARTITIONS; partition += 1) {
    const groups = (await redis.xinfo('GROUPS', posStream(partition)).catch(() => [])) as unknown[][];
    for (const group of groups) {
      const field = (name: string) => group[group.indexOf(name) + 1];
      if (field('name') === POS_GROUP) waiting += Number(field('pending')) + Number(field('lag') ?? 0);
    }
  }
  return waiting;
}
