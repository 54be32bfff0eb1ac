import type { Redis } from 'ioredis';
import type { BusinessDate } from '#lib/business-date.ts';
import { PARTITIONS, partitionOf } from '#lib/partition.ts';
import {
  acceptedKey,
  dayKey,
  POS_FIELD,
  playedKey,
  posStream,
  windowsKey,
} from '#server/shared/redis-keys.ts';
import type { DueTicket } from './redate-tickets.ts';

const REMEMBERED_SECONDS = 7 * 86_400;

/**
 * Puts tickets into the streams of their stores and then notes how far the day has come. A till that fails half-way sends
 * all of them again, and each is counted once.
 */
export async function ringUp(
  redis: Redis,
  today: BusinessDate,
  tickets: readonly DueTicket[],
  until: number,
): Promise<void> {
  const pipeline = redis.pipeline();
  for (const { ticket } of tickets)
    pipeline.xadd(posStream(partitionOf(ticket.storeId)), '*', POS_FIELD, JSON.stringify(ticket));
  const failed = (await pipeline.exec())?.find(([error]) => error)?.[0];
  if (failed) throw failed;
  await redis.set(playedKey(today), String(until), 'EX', REMEMBERED_SECONDS);
}

/** Seconds into the day up to which an earlier player has sent; undefined where none has. */
export async function playedUntil(redis: Redis, today: BusinessDate): Promise<number | undefined> {
  const text = await redis.get(playedKey(today));
  return text === null ? undefined : Number(text);
}

/** Forgets a day that was played to its end, so that the demo can sell it again from the morning. */
export async function startOver(redis: Redis, today: BusinessDate): Promise<void> {
  for (let partition = 0; partition < PARTITIONS; partition += 1)
    await redis.del(dayKey(partition, today), windowsKey(partition, today), acceptedKey(partition, today));
  await redis.del(playedKey(today));
}
