import 'server-only';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import {
  ACCESS_VERSION,
  BLOCKED_PEOPLE,
  ENDED_SESSIONS,
  MAPPED_PEOPLE,
  REGION_STORES,
} from '#server/shared/access-keys.ts';

/** What a tenant that cannot put stores into its tokens says here instead. */
export interface StoreMapping {
  readonly stores: readonly string[];
  readonly regions: readonly string[];
}

/** Who blocked a person, and when. */
export interface Block {
  readonly account: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What our own records say of people, sessions and regions, beside what the token says. */
export interface AccessRecords {
  readonly version: string | null;
  /** By person id. */
  readonly blocked: ReadonlyMap<string, Block>;
  /** By person id; takes the place of the claims. */
  readonly mapped: ReadonlyMap<string, StoreMapping>;
  /** Stores by region. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
  /** Ids of sessions that were signed out. */
  readonly ended: ReadonlySet<string>;
}

export const NO_RECORDS: AccessRecords = {
  version: null,
  blocked: new Map(),
  mapped: new Map(),
  regions: new Map(),
  ended: new Set(),
};

const block = z.object({ account: z.string(), by: z.string(), at: z.string() }) satisfies z.ZodType<Block>;
const mapping = z.object({
  stores: z.array(z.string()),
  regions: z.array(z.string()),
}) satisfies z.ZodType<StoreMapping>;
const storeIds = z.array(z.string());

export async function readAccessVersion(redis: Redis): Promise<string | null> {
  return redis.get(ACCESS_VERSION);
}

/** All of it as of one moment. @throws where an entry cannot be read: who is blocked must not depend on luck. */
export async function readAccessRecords(redis: Redis, now: Date): Promise<AccessRecords> {
  const answers = await redis
    .multi()
    .get(ACCESS_VERSION)
    .hgetall(BLOCKED_PEOPLE)
    .hgetall(MAPPED_PEOPLE)
    .hgetall(REGION_STORES)
    .zrangebyscore(ENDED_SESSIONS, epochSeconds(now), '+inf')
    .exec();
  const [version, blocked, mapped, regions, ended] = (answers ?? []).map(([error, answer]) => {
    if (error) throw error;
    return answer;
  });
  return {
    version: version as string | null,
    blocked: parseEach(blocked, block),
    mapped: parseEach(mapped, mapping),
    regions: parseEach(regions, storeIds),
    ended: new Set(ended as string[]),
  };
}

function parseEach<T>(hash: unknown, schema: z.ZodType<T>): ReadonlyMap<string, T> {
  const entries = Object.entries(hash as Record<string, string>);
  return new Map(entries.map(([name, text]) => [name, schema.parse(JSON.parse(text))]));
}

export async function blockPerson(redis: Redis, personId: string, entry: Block): Promise<void> {
  await change(redis, (all) => all.hset(BLOCKED_PEOPLE, personId, JSON.stringify(entry)));
}

export async function liftBlock(redis: Redis, personId: string): Promise<void> {
  await change(redis, (all) => all.hdel(BLOCKED_PEOPLE, personId));
}

export async function mapPerson(redis: Redis, personId: string, entry: StoreMapping): Promise<void> {
  await change(redis, (all) => all.hset(MAPPED_PEOPLE, personId, JSON.stringify(entry)));
}

/** A copy of the cookie is worth nothing afterwards. @param until epoch seconds at which the session would have ended */
export async function endSession(redis: Redis, sessionId: string, until: number, now: Date): Promise<void> {
  await change(redis, (all) =>
    all.zadd(ENDED_SESSIONS, until, sessionId).zremrangebyscore(ENDED_SESSIONS, '-inf', epochSeconds(now)),
  );
}

type Change = ReturnType<Redis['multi']>;

async function change(redis: Redis, write: (all: Change) => Change): Promise<void> {
  const answers = await write(redis.multi()).incr(ACCESS_VERSION).exec();
  for (const [error] of answers ?? []) if (error) throw error;
}

function epochSeconds(now: Date): number {
  return Math.floor(now.getTime() / 1_000);
}
