import type { Redis } from 'ioredis';
import { z } from 'zod';
import { POS_GROUP, posStream } from '#server/shared/redis-keys.ts';

const KEPT_MS = 2 * 86_400_000;

const groupsReply = z.array(z.array(z.union([z.string(), z.number(), z.null()])));
const pendingReply = z.tuple([z.number(), z.string().nullable()]).rest(z.unknown());

/**
 * Forgets events older than two days, but none that is still to be counted: not past the group's oldest unfinished
 * entry, nor past the last one it took.
 * @param now epoch milliseconds
 */
export async function trimPosStream(
  redis: Redis,
  partition: number,
  now: number,
  keptMs = KEPT_MS,
): Promise<number> {
  const groups = groupsReply.parse(await redis.xinfo('GROUPS', posStream(partition)));
  const marks = groups.map((group) => String(group[group.indexOf('last-delivered-id') + 1]));
  const [, oldestPending] = pendingReply.parse(await redis.xpending(posStream(partition), POS_GROUP));
  if (oldestPending !== null) marks.push(oldestPending);
  const firstKept = [`${now - keptMs}-0`, ...marks].reduce((a, b) => (isEarlier(b, a) ? b : a));
  return redis.xtrim(posStream(partition), 'MINID', '~', firstKept);
}

function isEarlier(a: string, b: string): boolean {
  const [aMillis = 0, aNumber = 0] = a.split('-').map(Number);
  const [bMillis = 0, bNumber = 0] = b.split('-').map(Number);
  return aMillis === bMillis ? aNumber < bNumber : aMillis < bMillis;
}
