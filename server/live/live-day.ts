import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { BusinessClock } from '#lib/business-clock.ts';
import type { LiveSource } from '#lib/live-sales.ts';
import { log } from '#server/shared/log.ts';
import { connectRedis, redialAfter, redialPause } from '#server/shared/redis.ts';
import { LIVE_STREAM } from '#server/shared/redis-keys.ts';
import { readClock, readDay, type StoreDay, toStoreDay } from './read-day.ts';

const BLOCK_MS = 1_000;
const CLOCK_EVERY_MS = 2_000;
const WAITING_MS = 500;
/** This far behind, the whole day is a shorter way to the truth than the changes are, and none of them can be missing. */
const FAR_BEHIND = 1_000;

export interface DayEvents {
  /** The whole day was read anew: at the start, after an outage, on a new trading day. */
  readonly onReset: () => void;
  readonly onChange: (storeId: string) => void;
  /** Redis does not answer, or holds no trading day; called once for each such time. */
  readonly onUnavailable: () => void;
}

/** The trading day now open, store by store, kept in step with Redis through any outage by one blocking reader. */
export class LiveDay {
  clock: BusinessClock | null = null;
  stores = new Map<string, StoreDay>();
  /** The live stream's entry that `stores` includes. */
  position = '0-0';
  /** Null while the figures are live, and before anything is known. */
  unavailable: Omit<LiveSource, 'sentAt'> | null = null;
  readonly #asker: Redis;
  readonly #reader: Redis;
  readonly #now: () => number;
  readonly #events: DayEvents;
  #closed = false;

  constructor(url: string, now: () => number, events: DayEvents) {
    this.#now = now;
    this.#events = events;
    this.#asker = connectRedis(url, { name: 'live' });
    this.#reader = connectRedis(url, { name: 'live-reader', blockMs: BLOCK_MS });
    void this.#keepUp();
  }

  close(): void {
    this.#closed = true;
    this.#asker.disconnect();
    this.#reader.disconnect();
  }

  async #keepUp(): Promise<void> {
    for (let failures = 0; !this.#closed; ) {
      try {
        const opened = await this.#load();
        failures = 0;
        if (opened) await this.#follow();
        else await sleep(WAITING_MS);
      } catch (error) {
        if (this.#closed) return;
        failures += 1;
        if (failures === 1) log('warn', 'live.offline', { reason: String(error) });
        this.#lose('offline');
        redialAfter(error, this.#asker, this.#reader);
        await sleep(redialPause(failures, Math.random()));
      }
    }
  }

  /** Reads the whole day; false where no trading day is open. */
  async #load(): Promise<boolean> {
    const clock = await readClock(this.#asker);
    if (!clock) {
      this.#lose('waiting');
      return false;
    }
    const { stores, position } = await readDay(this.#asker, clock.businessDate);
    this.clock = clock;
    this.stores = new Map(stores.map((store) => [store.storeId, store]));
    this.position = position;
    this.unavailable = null;
    this.#events.onReset();
    return true;
  }

  /** Takes changes as they come; returns when the day has to be read anew. */
  async #follow(): Promise<void> {
    let lookAt = this.#now() + CLOCK_EVERY_MS;
    while (!this.#closed) {
      const reply = await this.#reader.xread(
        ...(['COUNT', FAR_BEHIND, 'BLOCK', BLOCK_MS, 'STREAMS', LIVE_STREAM, this.position] as const),
      );
      const changes = reply?.[0]?.[1] ?? [];
      if (changes.length === FAR_BEHIND) return;
      for (const [id, fields] of changes) this.#take(id, fields);
      if (this.#now() < lookAt) continue;
      const clock = await readClock(this.#asker);
      if (JSON.stringify(clock) !== JSON.stringify(this.clock)) return;
      lookAt = this.#now() + CLOCK_EVERY_MS;
    }
  }

  #take(id: string, fields: readonly string[]): void {
    this.position = id;
    const named: Record<string, string> = {};
    for (let at = 0; at + 1 < fields.length; at += 2) named[fields[at] ?? ''] = fields[at + 1] ?? '';
    const store = toStoreDay(named);
    if (!store || named['businessDate'] !== this.clock?.businessDate) return;
    this.stores.set(store.storeId, store);
    this.#events.onChange(store.storeId);
  }

  #lose(state: LiveSource['state']): void {
    if (this.unavailable?.state === state) return;
    this.unavailable = { state, since: this.#now() };
    this.#events.onUnavailable();
  }
}
