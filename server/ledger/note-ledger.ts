import 'server-only';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { type BusinessDate, isBusinessDate } from '#lib/business-date.ts';
import type { Period } from '#lib/period.ts';
import { type KeptNote, MOST_NOTES_OF_A_DAY } from '#lib/sales-note.ts';
import { NOTES_COUNTS, NOTES_DAYS, NOTES_STANDING, NOTES_WRITTEN } from '#server/shared/ledger-keys.ts';
import { reach, readKept } from './reach.ts';

const keptNote = z.object({
  id: z.string(),
  day: z.custom<BusinessDate>((day) => typeof day === 'string' && isBusinessDate(day)),
  storeIds: z.array(z.string()).nullable(),
  text: z.string(),
  personId: z.string(),
  account: z.string(),
  at: z.string(),
}) satisfies z.ZodType<KeptNote>;

const KEYS = [NOTES_WRITTEN, NOTES_STANDING, NOTES_DAYS, NOTES_COUNTS] as const;

/** Adds a note while its author has room on that day. */
const WRITE = `
if tonumber(redis.call('HGET', KEYS[4], ARGV[4]) or '0') >= ${MOST_NOTES_OF_A_DAY} then return 0 end
redis.call('XADD', KEYS[1], '*', 'note', ARGV[2])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[3], ARGV[3], ARGV[1])
redis.call('HINCRBY', KEYS[4], ARGV[4], 1)
return 1`;

/** Takes away a note that still stands; that it was withdrawn is written beside it. */
const WITHDRAW = `
if redis.call('HDEL', KEYS[2], ARGV[1]) == 0 then return 0 end
redis.call('XADD', KEYS[1], '*', 'withdrawn', ARGV[1], 'at', ARGV[2])
redis.call('ZREM', KEYS[3], ARGV[1])
redis.call('HINCRBY', KEYS[4], ARGV[3], -1)
return 1`;

/** What people wrote about days: append-only, with those that stand found by their day. */
export class NoteLedger {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** False where its author has written enough about that day. @throws LedgerUnavailableError */
  async write(note: KeptNote): Promise<boolean> {
    const [text, place] = [JSON.stringify(note), placeOf(note)];
    const written = await reach(() =>
      this.#redis.eval(WRITE, KEYS.length, ...KEYS, note.id, text, dayNumber(note.day), place),
    );
    return written === 1;
  }

  /** False where it does not stand any more. Whether they may is for the caller to prove. @throws LedgerUnavailableError */
  async withdraw(note: KeptNote, at: string): Promise<boolean> {
    const withdrawn = await reach(() =>
      this.#redis.eval(WITHDRAW, KEYS.length, ...KEYS, note.id, at, placeOf(note)),
    );
    return withdrawn === 1;
  }

  /** Null where none of that id stands. @throws LedgerUnavailableError */
  async find(id: string): Promise<KeptNote | null> {
    const text = await reach(() => this.#redis.hget(NOTES_STANDING, id));
    return text === null ? null : readKept(keptNote, text);
  }

  /** Those that stand on the days of a period, by day. @throws LedgerUnavailableError */
  async list({ from, to }: Period): Promise<readonly KeptNote[]> {
    const ids = await reach(() => this.#redis.zrangebyscore(NOTES_DAYS, dayNumber(from), dayNumber(to)));
    if (ids.length === 0) return [];
    const texts = await reach(() => this.#redis.hmget(NOTES_STANDING, ...ids));
    // One that was withdrawn between the two questions has no text any more.
    return texts.flatMap((text) => (text === null ? [] : [readKept(keptNote, text)]));
  }
}

const dayNumber = (day: BusinessDate) => Number(day.replaceAll('-', ''));
const placeOf = ({ day, personId }: KeptNote) => `${day} ${personId}`;
