import type { ServerResponse } from 'node:http';
import { HEARTBEAT_MS, isUnavailable, type LiveSales, type LiveUnavailable } from '#lib/live-sales.ts';
import { partitionOf } from '#lib/partition.ts';
import { type RowScope, scopeCovers, scopeKey } from '#lib/scope.ts';
import { frame } from './frame.ts';
import { type FiguresFrame, Listener } from './listener.ts';
import { LiveDay } from './live-day.ts';
import { isAfter, type Position, positionText, readPosition } from './position.ts';
import type { StoreFloor } from './store-floor.ts';
import { audienceOf, sumStores } from './sum-stores.ts';

export interface HubOptions {
  readonly url: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly heartbeatMs?: number;
  /** A reader that leaves a message untaken for longer is sent away. */
  readonly patienceMs?: number;
}

export interface Listening {
  readonly signal: AbortSignal;
  /** Epoch milliseconds at which the reader's authority ends, and the stream with it. */
  readonly until: number;
  /** `Last-Event-ID` of a reader that comes back. */
  readonly lastEventId?: string | null;
  /** The response the stream is for, where it is known. */
  readonly response?: ServerResponse | undefined;
}

/** Readers who see the same stores get the same bytes. */
interface Channel {
  readonly scope: RowScope;
  readonly listeners: Set<Listener>;
  /** Figures already framed, by the position they go on from. */
  readonly frames: Map<string | null, FiguresFrame>;
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
  /** Whether the streams go on from a position without a gap: asked once for however many come back with it. */
  readonly #held = new Map<string, Promise<boolean>>();
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
    const source = unavailable && { ...unavailable, sentAt };
    return { audience: audienceOf(scope), source, sentAt, last };
  }

  /** A stream of messages about a scope: the state of things at once, or what was missed, then what changes. */
  listen(
    scope: RowScope,
    { signal, until, lastEventId = null, response }: Listening,
  ): ReadableStream<Uint8Array> {
    const key = scopeKey(scope);
    const channel: Channel = this.#channels.get(key) ?? { scope, listeners: new Set(), frames: new Map() };
    this.#channels.set(key, channel);
    const end = () => listener.end();
    const listener: Listener = new Listener({
      random: Math.random(),
      response,
      figuresSince: (position) => this.#figuresSince(channel, position),
      onLeave: () => {
        clearTimeout(expiry);
        signal.removeEventListener('abort', end);
        channel.listeners.delete(listener);
        if (channel.listeners.size === 0) this.#channels.delete(key);
      },
    });
    const left = Math.max(0, until - this.#options.now());
    const expiry = setTimeout(end, Math.min(left, LONGEST_TIMER_MS)).unref();
    signal.addEventListener('abort', end, { once: true });
    channel.listeners.add(listener);
    if (signal.aborted || this.#isClosed) end();
    else void this.#begin(channel, listener, lastEventId);
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

  /** A reader that comes back goes on where it was, if nothing in between is missing; else it begins with the whole. */
  async #begin(channel: Channel, listener: Listener, lastEventId: string | null): Promise<void> {
    const position = readPosition(lastEventId);
    if (!position || !lastEventId) return this.#tellState(channel, [listener]);
    await this.#known.promise;
    const held = this.#held.get(lastEventId) ?? this.#day.holds(position.entries).catch(() => false);
    this.#held.set(lastEventId, held);
    if (await held) listener.position ??= lastEventId;
    // A reader that comes from another process may be ahead of this one: it must not be set back.
    if (
      listener.position === lastEventId &&
      position.entries.some((id, at) => isAfter(id, this.#day.entries[at] ?? '0-0'))
    )
      return listener.say('beat', frame('beat', { sentAt: this.#options.now() }), this.#options.now());
    this.#tellState(channel, [listener]);
  }

  #stateChanged(): void {
    this.#known.resolve();
    this.#changed.clear();
    this.#held.clear();
    for (const channel of this.#channels.values()) {
      channel.frames.clear();
      // What was read anew may have lost what a reader was told: it begins with the whole.
      for (const listener of channel.listeners) listener.position = null;
      this.#tellState(channel, channel.listeners);
    }
  }

  /** The whole, or why there is none; while neither is known, whoever listens hears of it soon. */
  #tellState({ scope }: Channel, listeners: Iterable<Listener>): void {
    const now = this.#options.now();
    const sales = this.sales(scope);
    const source = isUnavailable(sales) ? sales.source : null;
    for (const listener of listeners) {
      if (source) listener.say('source', frame('source', source), now);
      else if (!isUnavailable(sales)) listener.figuresDue(now);
    }
  }

  /** Figures framed once for all who stand at the same position: whole ones, of every store or of those that changed. */
  #figuresSince({ scope, frames }: Channel, text: string | null): FiguresFrame {
    const ready = frames.get(text);
    if (ready) return ready;
    const { clock, stores, entries } = this.#day;
    if (!clock) throw new Error('figures were due before a day was open');
    const position = positionText({ date: clock.businessDate, entries });
    const from = readPosition(text);
    const goesOn = from?.date === clock.businessDate;
    const sales = sumStores(
      stores,
      scope,
      clock,
      this.#options.now(),
      (store) => !goesOn || isNews(store, from),
    );
    const made = { bytes: frame(goesOn ? 'sales' : 'reset', sales, position), position };
    frames.set(text, made);
    return made;
  }

  /** Changes of a tenth of a second travel together: a burst costs one sum and one frame per channel. */
  #gather(storeId: string): void {
    this.#changed.add(storeId);
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      const changed = [...this.#changed];
      this.#changed.clear();
      if (this.#day.unavailable) return;
      for (const channel of this.#channels.values()) {
        channel.frames.clear();
        if (!changed.some((id) => scopeCovers(channel.scope, id))) continue;
        const now = this.#options.now();
        for (const listener of channel.listeners) listener.figuresDue(now);
      }
    }, GATHER_MS);
  }

  #beat(): void {
    const now = this.#options.now();
    const beat = frame('beat', { sentAt: now });
    for (const { listeners } of this.#channels.values())
      for (const listener of [...listeners]) {
        if (listener.isStuck(now, this.#options.patienceMs)) listener.drop();
        else listener.say('beat', beat, now);
      }
  }
}

function isNews(store: StoreFloor, from: Position): boolean {
  return isAfter(store.position, from.entries[partitionOf(store.day.storeId)] ?? '0-0');
}
