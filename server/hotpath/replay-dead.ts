import type { Redis } from 'ioredis';
import { PARTITIONS, partitionOf } from '#lib/partition.ts';
import { deadStream, POS_FIELD, posCounts, posStream } from '#server/shared/redis-keys.ts';
import { MASK } from './card-number.ts';

const BATCH = 500;

/**
 * Sends every dead letter once more, to the partition its store belongs to: after a correction here what was refused
 * may be good. What held a card number stays aside. A replay that is cut off sends some twice; each is counted once.
 * @returns how many were sent
 */
export async function replayDead(redis: Redis): Promise<number> {
  let sent = 0;
  for (let partition = 0; partition < PARTITIONS; partition += 1) {
    const [[last] = ['']] = await redis.xrevrange(deadStream(partition), '+', '-', 'COUNT', 1);
    if (last !== '') sent += await replayPartition(redis, partition, last);
  }
  return sent;
}

/** @param last what dies again while this goes on is not sent again */
async function replayPartition(redis: Redis, partition: number, last: string): Promise<number> {
  let sent = 0;
  for (let from = '-'; ; ) {
    const letters = await redis.xrange(deadStream(partition), from, last, 'COUNT', BATCH);
    for (const [id, fields] of letters) {
      const text = fields[fields.indexOf('event') + 1] ?? '';
      if (text.includes(MASK)) continue;
      await redis.xadd(posStream(homeOf(text) ?? partition), '*', POS_FIELD, text);
      await redis.multi().xdel(deadStream(partition), id).hincrby(posCounts(partition), 'replayed', 1).exec();
      sent += 1;
    }
    if (letters.length < BATCH) return sent;
    from = `(${letters.at(-1)?.[0]}`;
  }
}

function homeOf(text: string): number | undefined {
  try {
    const { storeId } = JSON.parse(text) as { storeId?: unknown };
    return typeof storeId === 'string' ? partitionOf(storeId) : undefined;
  } catch {
    return undefined; // Still not JSON: it will be set aside again.
  }
}
