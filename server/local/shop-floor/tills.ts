import type { Redis } from 'ioredis';
import type { BusinessDate } from '#lib/business-date.ts';
import { dayKey, POS_FIELD, POS_STREAM, playedKey, seenKey } from '#server/shared/redis-keys.ts';
import type { DueTicket } from './redate-tickets.ts';

const REMEMBERED_SECONDS = 7 * 86_400;

/** Puts tickets into the POS stream and notes how far the day has come, in one round trip and one transaction. */
export async function ringUp(
  redis: Redis,
  today: BusinessDate,
  tickets: readonly DueTicket[],
  until: number,
): Promise<void> {
  const multi = redis.multi();
  for (const { ticket } of tickets) multi.xadd(POS_STREAM, '*', POS_FIELD, JSON.stringify(ticket));
  await multi.set(playedKey(today), String(until), 'EX', REMEMBERED_SECONDS).exec();
}

/** Seconds into the day up to which an earlier player has sent; undefined where none has. */
export async function playedUntil(redis: Redis, today: BusinessDate): Promise<number | undefined> {
  const text = await redis.get(playedKey(today));
  return text === null ? undefined : Number(text);
}

/** Forgets a day that was played to its end, so that the demo can sell it again from the morning. */
export async function startOver(redis: Redis, today: BusinessDate): Promise<void> {
  await redis.del(playedKey(today), dayKey(today), seenKey(today));
}
