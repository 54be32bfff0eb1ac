import 'server-only';
import { connectRedis } from '#server/shared/redis.ts';
import { type AccessRecords, NO_RECORDS, readAccessRecords, readAccessVersion } from './access-records.ts';

interface WatchOptions {
  readonly url: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly everyMs?: number;
}

interface Watcher {
  /** Epoch milliseconds after which nobody waits any more. */
  readonly until: number;
  readonly holds: () => boolean;
  readonly end: () => void;
}

/** One per process: looks at our records once a second, and ends what no longer stands. */
export class AccessWatch {
  records: AccessRecords = NO_RECORDS;
  /** Last moment at which Redis vouched for `records`, epoch milliseconds; the start of the process until then. */
  confirmedAt: number;
  readonly redis;
  readonly #options: Required<WatchOptions>;
  readonly #watchers = new Set<Watcher>();
  readonly #known: Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: WatchOptions) {
    this.#options = { everyMs: 1_000, ...options };
    this.confirmedAt = options.now();
    this.redis = connectRedis(options.url, { name: 'access' });
    this.#known = this.#look();
  }

  /** Resolves after the first look, whether it succeeded or not. */
  known(): Promise<void> {
    return this.#known;
  }

  /** Reads the records now. @throws where Redis does not answer */
  async refresh(): Promise<void> {
    const askedAt = this.#options.now();
    if (this.records.version === null || (await readAccessVersion(this.redis)) !== this.records.version)
      this.records = await readAccessRecords(this.redis, new Date(askedAt));
    this.confirmedAt = askedAt;
    this.#tell();
  }

  /** Aborts once `holds` is false, at most a look later. `until` is when the caller's own time is up, epoch ms. */
  whileItHolds(holds: () => boolean, until: number): AbortSignal {
    const ending = new AbortController();
    this.#watchers.add({ until, holds, end: () => ending.abort() });
    return ending.signal;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.redis.disconnect();
  }

  async #look(): Promise<void> {
    // Redis says itself in the log when it goes and comes back; what it means for people is decided by age.
    await this.refresh().catch(() => this.#tell());
    if (!this.#closed) this.#timer = setTimeout(() => void this.#look(), this.#options.everyMs).unref();
  }

  #tell(): void {
    for (const watcher of [...this.#watchers]) {
      const over = watcher.until <= this.#options.now();
      if (!over && watcher.holds()) continue;
      this.#watchers.delete(watcher);
      if (!over) watcher.end();
    }
  }
}
