import type { Redis } from 'ioredis';
import { z } from 'zod';
import { POS_FIELD, POS_GROUP, posStream } from '#server/shared/redis-keys.ts';

export interface PosEntry {
  readonly id: string;
  /** The event's JSON, or undefined where the entry has none or was trimmed away. */
  readonly text: string | undefined;
}

const BATCH = 200;
/** Work not acknowledged for this long belongs to a processor that died. */
const ABANDONED_MS = 5_000;

const entries = z.array(z.tuple([z.string(), z.array(z.string()).nullable()]));
const readReply = z.array(z.tuple([z.string(), entries])).nullable();
const claimReply = z.tuple([z.string(), entries]).rest(z.unknown());

/** Makes the consumer group, from the first entry of the stream on, unless it is there. */
export async function ensurePosGroup(redis: Redis, partition: number): Promise<void> {
  try {
    await redis.xgroup('CREATE', posStream(partition), POS_GROUP, '0', 'MKSTREAM');
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('BUSYGROUP'))) throw error;
  }
}

/** Entries nobody has taken yet; waits up to `blockMs` for the first. */
export async function takeNew(
  redis: Redis,
  partition: number,
  consumer: string,
  blockMs: number,
): Promise<PosEntry[]> {
  const reply = await redis.xreadgroup(
    ...([
      'GROUP',
      POS_GROUP,
      consumer,
      'COUNT',
      BATCH,
      'BLOCK',
      blockMs,
      'STREAMS',
      posStream(partition),
      '>',
    ] as const),
  );
  return (readReply.parse(reply) ?? []).flatMap(([, found]) => found.map(toEntry));
}

/** Entries that a processor took and never finished. */
export async function claimAbandoned(
  redis: Redis,
  partition: number,
  consumer: string,
  abandonedMs = ABANDONED_MS,
): Promise<PosEntry[]> {
  const reply = await redis.xautoclaim(
    posStream(partition),
    POS_GROUP,
    consumer,
    abandonedMs,
    '0',
    'COUNT',
    BATCH,
  );
  return claimReply.parse(reply)[1].map(toEntry);
}

/** Leaves the group; only a consumer with nothing unfinished may, for its unfinished work would go with it. */
export async function leaveGroup(redis: Redis, partition: number, consumer: string): Promise<void> {
  const mine = await redis.xpending(posStream(partition), POS_GROUP, '-', '+', 1, consumer);
  if (mine.length === 0) await redis.xgroup('DELCONSUMER', posStream(partition), POS_GROUP, consumer);
}

function toEntry([id, fields]: [string, string[] | null]): PosEntry {
  const at = (fields ?? []).findIndex((name, index) => index % 2 === 0 && name === POS_FIELD);
  return { id, text: at < 0 ? undefined : fields?.[at + 1] };
}
