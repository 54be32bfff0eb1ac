import type { Redis, Result } from 'ioredis';
import {
  type Alert,
  type AlertCare,
  type AlertRule,
  type AlertState,
  alertId,
  byStake,
  isTold,
  nextAlertState,
  type Reading,
} from '#lib/alert.ts';
import { env } from '#server/shared/env.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { ALERTS_OPEN, ALERTS_OUTBOX, ALERTS_PAST } from '#server/shared/redis-keys.ts';
import { remember } from '#server/shared/remember.ts';
import { alertRecord } from './alert-record.ts';

const PAST_KEPT = 5_000;
const OUTBOX_KEPT = 5_000;

// The watch and a person may both change an alert: only what is still as it was read is replaced, and what is told of it
// outside goes into the outbox in the same step. An empty text stands for a field that is not there.
const REPLACE = `
local known = redis.call('HGET', KEYS[1], ARGV[1]) or ''
if known ~= ARGV[2] then return 0 end
if ARGV[3] == '' then redis.call('HDEL', KEYS[1], ARGV[1]) else redis.call('HSET', KEYS[1], ARGV[1], ARGV[3]) end
if ARGV[4] ~= '' then redis.call('XADD', KEYS[2], 'MAXLEN', '~', ${OUTBOX_KEPT}, '*', 'news', ARGV[4]) end
if ARGV[5] ~= '' then redis.call('XADD', KEYS[3], 'MAXLEN', '~', ${PAST_KEPT}, '*', 'alert', ARGV[5], 'resolvedAt', ARGV[6]) end
return 1`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    /** Puts a record in the place of the one that was read; 0 where it is another by now. */
    replaceAlert(...keysAndArguments: string[]): Result<number, Context>;
  }
}

/** What an alert became, for those outside. */
export interface AlertNews {
  readonly event: 'opened' | 'resolved';
  readonly alert: Omit<Alert, 'comments'>;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What is open, for all processes together, in Redis. */
export class AlertQueue {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
    redis.defineCommand('replaceAlert', { numberOfKeys: 3, lua: REPLACE });
  }

  /**
   * Takes readings into account. What was over its threshold and has no reading any more has resolved, if its rule was
   * judged this time; where the figures of a rule were away, its alerts stand as they are. @param now epoch ms
   */
  async advance(readings: readonly Reading[], judged: ReadonlySet<AlertRule>, now: number): Promise<void> {
    const known = await this.#redis.hgetall(ALERTS_OPEN);
    const read = new Map(readings.map((reading) => [alertId(reading), reading]));
    for (const [id, reading] of read) {
      const text = known[id] ?? '';
      const state = text === '' ? null : this.#read(text);
      const next = nextAlertState(state, reading.level, now);
      if (next || state) await this.#replace(id, text, next && { ...reading, ...careOf(next) }, state, now);
    }
    for (const [id, text] of Object.entries(known)) {
      const record = this.#read(text);
      if (!read.has(id) && (!record || judged.has(record.rule)))
        await this.#replace(id, text, null, record, now);
    }
  }

  /** What is to be seen now, dearest first. @param fits whom it is for */
  async told(fits: (alert: Alert) => boolean, now: number): Promise<Alert[]> {
    const open = await this.list(fits);
    return open.filter((alert) => isTold(alert, now));
  }

  /** The same with what is put off. */
  async list(fits: (alert: Alert) => boolean): Promise<Alert[]> {
    const known = await this.#redis.hgetall(ALERTS_OPEN);
    return Object.entries(known)
      .flatMap(([id, text]) => {
        const record = this.#read(text);
        return record && record.openedAt !== null ? [{ id, ...record }] : [];
      })
      .filter(fits)
      .sort(byStake);
  }

  async find(id: string): Promise<Alert | null> {
    const text = await this.#redis.hget(ALERTS_OPEN, id);
    const record = text === null ? null : this.#read(text);
    return record && record.openedAt !== null ? { id, ...record } : null;
  }

  /** Changes what people did about an alert; false where it is not open any more. */
  async note(id: string, change: (care: AlertCare) => AlertCare): Promise<boolean> {
    const text = await this.#redis.hget(ALERTS_OPEN, id);
    const record = text === null ? null : this.#read(text);
    if (text === null || !record || record.openedAt === null) return false;
    const next = JSON.stringify({ ...record, ...change(record) });
    const keys = [ALERTS_OPEN, ALERTS_OUTBOX, ALERTS_PAST];
    return (
      (await this.#redis.replaceAlert(...keys, id, text, next, '', '', '')) === 1 || this.note(id, change)
    );
  }

  async #replace(
    id: string,
    text: string,
    next: Omit<Alert, 'id'> | null,
    before: Omit<Alert, 'id'> | null,
    now: number,
  ): Promise<void> {
    const written = next ? JSON.stringify(next) : '';
    if (written === text) return;
    const wasTold = before?.openedAt != null;
    const opens = next !== null && next.openedAt !== null && !wasTold;
    const resolves = next === null && wasTold;
    const news = opens
      ? newsOf('opened', id, next, now)
      : resolves && before
        ? newsOf('resolved', id, before, now)
        : '';
    const past = resolves && before ? JSON.stringify({ id, ...before }) : '';
    const keys = [ALERTS_OPEN, ALERTS_OUTBOX, ALERTS_PAST];
    // Somebody was faster: the next round reads it anew.
    await this.#redis.replaceAlert(...keys, id, text, written, news, past, String(now));
  }

  /** Null for what an earlier version wrote: it is judged anew. */
  #read(text: string): Omit<Alert, 'id'> | null {
    return alertRecord.safeParse(JSON.parse(text)).data ?? null;
  }
}

function careOf({ overSince, openedAt, ...care }: AlertState): AlertState {
  const { acknowledgedBy, assignedTo, snoozedUntil, feedback, comments } = care;
  return { overSince, openedAt, acknowledgedBy, assignedTo, snoozedUntil, feedback, comments };
}

function newsOf(event: AlertNews['event'], id: string, record: Omit<Alert, 'id'>, at: number): string {
  const { comments: _words, ...alert } = { id, ...record };
  return JSON.stringify({ event, alert, at } satisfies AlertNews);
}

export function alertQueue(): AlertQueue {
  return remember('alert-queue', () => new AlertQueue(connectRedis(env().REDIS_URL, { name: 'alerts' })));
}
