import { HEARTBEAT_MS, isUnavailable, type LiveSales, type LiveUnavailable } from '#lib/live-sales.ts';
import { type RowScope, scopeCovers, scopeKey } from '#lib/scope.ts';
import { type Frame, frame } from './frame.ts';
import { Listener } from './listener.ts';
import { LiveDay } from './live-day.ts';
import { sumStores } from './sum-stores.ts';

export interface HubOptions {
  readonly url: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly heartbeatMs?: number;
  /** A reader that leaves a message untaken for longer is sent away. */
  readonly patienceMs?: number;
}

/** Readers who see the same stores get the same bytes. */
interface Channel {
  readonly scope: RowScope;
  readonly listeners: Set<Listener>;
}

const GATHER_MS = 100;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** One per process: one reader of Redis, any number of readers of streams. */
export class LiveHub {
  readonly #options: Required<HubOptions>;
  readonly #day: LiveDay;
  readonly #channels = new Map<string, Channel>();
  readonly #changed = new Set<string>();
  readonly #heart: NodeJS.Timeout;
  readonly #known = Promise.withResolvers<void>();
  #isClosed = false;
  #gathering: NodeJS.Timeout | undefined;

  constructor(options: HubOptions) {
    this.#options = { heartbeatMs: HEARTBEAT_MS, patienceMs: 2 * HEARTBEAT_MS, ...options };
    this.#day = new LiveDay(options.url, options.now, {
      onReset: () => this.#stateChanged(),
      onUnavailable: () => this.#stateChanged(),
      onChange: (storeId) => this.#gather(storeId),
    });
    this.#heart = setInterval(() => this.#beat(), this.#options.heartbeatMs).unref();
  }

  get listeners(): number {
    return [...this.#channels.values()].reduce((sum, { listeners }) => sum + listeners.size, 0);
  }

  /** Resolves once the hub knows how things stand, at the latest after `deadlineMs`. */
  async known(deadlineMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, deadlineMs);
    });
    await Promise.race([this.#known.promise, late]);
    clearTimeout(timer);
  }

  /** Sales so far over a scope, or why there are none to give. */
  sales(scope: RowScope): LiveSales | LiveUnavailable {
    const { clock, stores, unavailable } = this.#day;
    const sentAt = this.#options.now();
    const last = clock && sumStores(stores, scope, clock, sentAt);
    if (last && !unavailable) return last;
    return { source: unavailable && { ...unavailable, sentAt }, sentAt, last };
  }

  /**
   * A stream of messages about a scope: the state of things at once, then what changes.
   * @param until epoch milliseconds at which the reader's authority ends, and the stream with it
   */
  listen(scope: RowScope, { signal, until }: { signal: AbortSignal; until: number }): ReadableStream {
    const key = scopeKey(scope);
    const channel = this.#channels.get(key) ?? { scope, listeners: new Set() };
    this.#channels.set(key, channel);
    const end = () => listener.end();
    const listener: Listener = new Listener(Math.random(), () => {
      clearTimeout(expiry);
      signal.removeEventListener('abort', end);
      channel.listeners.delete(listener);
      if (channel.listeners.size === 0) this.#channels.delete(key);
    });
    const left = Math.max(0, until - this.#options.now());
    const expiry = setTimeout(end, Math.min(left, LONGEST_TIMER_MS)).unref();
    signal.addEventListener('abort', end, { once: true });
    channel.listeners.add(listener);
    if (signal.aborted || this.#isClosed) end();
    // Resuming from Last-Event-ID belongs here; until then every reader begins with the whole.
    else this.#tellState(scope, [listener]);
    return listener.stream;
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#heart);
    clearTimeout(this.#gathering);
    this.#day.close();
    for (const { listeners } of [...this.#channels.values()])
      for (const listener of [...listeners]) listener.end();
  }

  #stateChanged(): void {
    this.#known.resolve();
    this.#changed.clear();
    for (const { scope, listeners } of this.#channels.values()) this.#tellState(scope, listeners);
  }

  /** The whole, or why there is none; while neither is known, whoever listens hears of it soon. */
  #tellState(scope: RowScope, listeners: Iterable<Listener>): void {
    const sales = this.sales(scope);
    if (!isUnavailable(sales)) this.#tell(listeners, frame('reset', sales, this.#day.position));
    else if (sales.source) this.#tell(listeners, frame('source', sales.source));
  }

  /** Changes of a tenth of a second travel together: a burst costs one sum and one frame per channel. */
  #gather(storeId: string): void {
    this.#changed.add(storeId);
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      const changed = [...this.#changed];
      this.#changed.clear();
      for (const channel of this.#channels.values()) {
        if (!changed.some((id) => scopeCovers(channel.scope, id))) continue;
        const sales = this.sales(channel.scope);
        if (!isUnavailable(sales)) this.#tell(channel.listeners, frame('sales', sales, this.#day.position));
      }
    }, GATHER_MS);
  }

  #beat(): void {
    const now = this.#options.now();
    for (const channel of this.#channels.values()) {
      for (const listener of [...channel.listeners]) {
        if (listener.isStuck(now, this.#options.patienceMs)) listener.end();
      }
      this.#tell(channel.listeners, frame('beat', { sentAt: now }));
    }
  }

  #tell(listeners: Iterable<Listener>, message: Frame): void {
    for (const listener of listeners) listener.send(message, this.#options.now());
  }
}
