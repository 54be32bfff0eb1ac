import type { Redis } from 'ioredis';
import { partitionOf } from '#lib/partition.ts';
import { log } from '#server/shared/log.ts';
import { applyEventArguments } from './apply-event.ts';
import { buryEvent } from './dead-letter.ts';
import type { PosEntry } from './pos-group.ts';
import { type KnownEvent, PoisonEventError, readEvent } from './read-event.ts';

/**
 * Counts a batch of events of one partition, in order, in one round trip; the poisonous ones are set aside. What
 * fails for another reason stays unacknowledged and is claimed again.
 * @param redis a connection that knows `applyEvent`
 * @throws the first failure of the connection
 */
export async function processEntries(
  redis: Redis,
  partition: number,
  batch: readonly PosEntry[],
  now: () => number,
): Promise<void> {
  const good: { entry: PosEntry; event: KnownEvent }[] = [];
  for (const entry of batch) {
    try {
      const event = readEvent(entry.text);
      const home = partitionOf(event.storeId);
      if (home !== partition) throw new PoisonEventError(`storeId: belongs to partition p${home}`);
      good.push({ entry, event });
    } catch (error) {
      if (!(error instanceof PoisonEventError)) throw error;
      await bury(redis, partition, entry, error.message);
    }
  }
  const pipeline = redis.pipeline();
  for (const { entry, event } of good)
    pipeline.applyEvent(...applyEventArguments(partition, entry.id, event, now()));
  const answers = good.length === 0 ? [] : await pipeline.exec();
  for (const [index, [error]] of (answers ?? []).entries()) {
    const entry = good[index]?.entry;
    if (!error || !entry) continue;
    if (!error.message.includes('would overflow')) throw error;
    await bury(redis, partition, entry, 'the sum of the day does not fit');
  }
}

async function bury(redis: Redis, partition: number, entry: PosEntry, reason: string): Promise<void> {
  const answers = await buryEvent(redis.multi(), partition, entry, reason).exec();
  const failed = answers?.find(([error]) => error)?.[0];
  if (failed) throw failed;
  log('warn', 'hotpath.poison', { partition, entry: entry.id, reason });
}
