import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { BusinessClock } from '#lib/business-clock.ts';
import type { LiveSource } from '#lib/live-sales.ts';
import { PARTITIONS } from '#lib/partition.ts';
import { log } from '#server/shared/log.ts';
import { connectRedis, redialAfter, redialPause } from '#server/shared/redis.ts';
import { changesStream } from '#server/shared/redis-keys.ts';
import type { Change } from './change.ts';
import { readChanges, readClock, readDay } from './read-day.ts';
import { StoreFloor } from './store-floor.ts';

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

/** The trading day now open, store by store, kept in step with Redis through any outage by one reader a partition. */
export class LiveDay {
  clock: BusinessClock | null = null;
  stores = new Map<string, StoreFloor>();
  /** For each partition, the live stream's entry that `stores` includes. */
  entries: string[] = [];
  /** Null while the figures are live, and before anything is known. */
  unavailable: Omit<LiveSource, 'sentAt'> | null = null;
  readonly #asker: Redis;
  readonly #readers: readonly Redis[];
  readonly #now: () => number;
  readonly #events: DayEvents;
  #closed = false;

  constructor(url: string, now: () => number, events: DayEvents) {
    this.#now = now;
    this.#events = events;
    this.#asker = connectRedis(url, { name: 'live' });
    this.#readers = Array.from({ length: PARTITIONS }, (_, partition) =>
      connectRedis(url, { name: `live-p${partition}`, blockMs: BLOCK_MS }),
    );
    void this.#keepUp();
  }

  close(): void {
    this.#closed = true;
    for (const connection of [this.#asker, ...this.#readers]) connection.disconnect();
  }

  /**
   * Whether the streams still hold the entry each of these names: then nothing after them is missing. An entry that
   * was trimmed away, or that Redis lost in a fail-over, is not held.
   */
  async holds(entries: readonly string[]): Promise<boolean> {
    const pipeline = this.#asker.pipeline();
    const named = entries
      .map((entry, partition) => ({ entry, partition }))
      .filter(({ entry }) => entry !== '0-0');
    for (const { entry, partition } of named) pipeline.xrange(changesStream(partition), entry, entry);
    const answers = (await pipeline.exec()) ?? [];
    return answers.every(([error, found]) => !error && Array.isArray(found) && found.length === 1);
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
        redialAfter(error, this.#asker, ...this.#readers);
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
    const parts = await Promise.all(
      this.#readers.map((_, partition) => readDay(this.#asker, partition, clock.businessDate)),
    );
    this.clock = clock;
    this.stores = new Map(parts.flatMap(({ stores }) => stores.map((store) => [store.day.storeId, store])));
    this.entries = parts.map(({ position }) => position);
    this.unavailable = null;
    this.#events.onReset();
    return true;
  }

  /** Takes changes as they come; returns when the day has to be read anew. */
  async #follow(): Promise<void> {
    const turn = { isOver: false };
    const followers = this.#readers.map((reader, partition) =>
      this.#followPartition(turn, reader, partition),
    );
    await Promise.all([...followers, this.#watchClock(turn)]).catch(async (error: unknown) => {
      turn.isOver = true;
      this.#lose('offline');
      await Promise.allSettled(followers);
      throw error;
    });
  }

  async #followPartition(turn: { isOver: boolean }, reader: Redis, partition: number): Promise<void> {
    while (!turn.isOver && !this.#closed) {
      const from = this.entries[partition] ?? '0-0';
      const changes = await readChanges(reader, partition, from, { count: FAR_BEHIND, blockMs: BLOCK_MS });
      if (turn.isOver) return;
      if (changes.length === FAR_BEHIND) turn.isOver = true;
      else for (const { id, change } of changes) this.#take(partition, id, change);
    }
  }

  async #watchClock(turn: { isOver: boolean }): Promise<void> {
    while (!turn.isOver && !this.#closed) {
      const clock = await readClock(this.#asker);
      if (JSON.stringify(clock) !== JSON.stringify(this.clock)) turn.isOver = true;
      else for (let waited = 0; waited < CLOCK_EVERY_MS && !turn.isOver; waited += 100) await sleep(100);
    }
  }

  #take(partition: number, id: string, change: Change | undefined): void {
    this.entries[partition] = id;
    if (!change || change.businessDate !== this.clock?.businessDate) return;
    const { store, window, ticket } = change;
    const known = this.stores.get(store.storeId) ?? new StoreFloor(store, id);
    known.day = store;
    known.position = id;
    if (window) known.setWindow(window);
    if (ticket) known.addTicket({ id, ...ticket });
    this.stores.set(store.storeId, known);
    this.#events.onChange(store.storeId);
  }

  #lose(state: LiveSource['state']): void {
    if (this.unavailable?.state === state) return;
    this.unavailable = { state, since: this.#now() };
    this.#events.onUnavailable();
  }
}
