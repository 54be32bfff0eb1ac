import 'server-only';
import type { Redis, Result } from 'ioredis';
import { z } from 'zod';
import {
  type Alert,
  type AlertState,
  alertId,
  byStake,
  isTold,
  nextAlertState,
  type Reading,
} from '#lib/alert.ts';
import type { BusinessDate } from '#lib/business-date.ts';
import { env } from '#server/shared/env.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { alertsKey } from '#server/shared/redis-keys.ts';
import { remember } from '#server/shared/remember.ts';

const KEPT_SECONDS = 7 * 86_400;

// Two processes may read the same figures at once, and a person may acknowledge in between: only what is still as it was
// read is replaced. An empty text stands for a field that is not there.
const REPLACE = `
local known = redis.call('HGET', KEYS[1], ARGV[1]) or ''
if known ~= ARGV[2] then return 0 end
if ARGV[3] == '' then redis.call('HDEL', KEYS[1], ARGV[1]) else redis.call('HSET', KEYS[1], ARGV[1], ARGV[3]) end
redis.call('EXPIRE', KEYS[1], ${KEPT_SECONDS})
return 1`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    /** Puts a state in the place of the one that was read; 0 where it is another by now. */
    replaceAlert(key: string, id: string, known: string, next: string): Result<number, Context>;
  }
}

const alertState = z.object({
  overSince: z.number(),
  openedAt: z.number().nullable(),
  acknowledgedBy: z.string().nullable(),
  snoozedUntil: z.number().nullable(),
}) satisfies z.ZodType<AlertState>;

/** What is open, for all processes together, in Redis. */
export class AlertQueue {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
    redis.defineCommand('replaceAlert', { numberOfKeys: 1, lua: REPLACE });
  }

  /** Takes the readings into account and answers what is to be told, what costs most first. @param now epoch ms */
  async advance(date: BusinessDate, readings: readonly Reading[], now: number): Promise<Alert[]> {
    if (readings.length === 0) return [];
    const known = await this.#redis.hmget(alertsKey(date), ...readings.map(alertId));
    const told: Alert[] = [];
    for (const [at, reading] of readings.entries()) {
      const id = alertId(reading);
      const text = known[at] ?? '';
      const state = text === '' ? null : alertState.parse(JSON.parse(text));
      const next = nextAlertState(state, reading.level, now);
      if (next !== state)
        await this.#redis.replaceAlert(alertsKey(date), id, text, next ? JSON.stringify(next) : '');
      if (next && isTold(next, now)) told.push({ id, ...reading, ...next });
    }
    return told.sort(byStake);
  }

  /** Changes what people did about an alert; false where it is not open any more. */
  async note(
    date: BusinessDate,
    id: string,
    change: Partial<Pick<AlertState, 'acknowledgedBy' | 'snoozedUntil'>>,
  ): Promise<boolean> {
    const text = await this.#redis.hget(alertsKey(date), id);
    if (text === null) return false;
    const state = alertState.parse(JSON.parse(text));
    if (state.openedAt === null) return false;
    const next = JSON.stringify({ ...state, ...change });
    return (
      (await this.#redis.replaceAlert(alertsKey(date), id, text, next)) === 1 || this.note(date, id, change)
    );
  }
}

export function alertQueue(): AlertQueue {
  return remember('alert-queue', () => new AlertQueue(connectRedis(env().REDIS_URL, { name: 'alerts' })));
}
