import {
  HEARTBEAT_MS,
  isUnavailable,
  type LiveSales,
  type LiveSource,
  type LiveUnavailable,
} from './live-sales.ts';

/**
 * How a reader stands to the live figures.
 * connecting: nothing heard yet. live: heard lately. reconnecting: the stream was lost a moment ago.
 * polling: the stream does not get through, so the figures are fetched now and then.
 * offline: the figures have stood still since `since`. waiting: no trading day is open yet.
 */
export type LivePhase = 'connecting' | 'live' | 'polling' | 'reconnecting' | 'offline' | 'waiting';

export interface LiveConnection {
  readonly phase: LivePhase;
  /** Server's clock, epoch ms: since when the figures are not live; null while they are. */
  readonly since: number | null;
  /** Reader's clock, epoch ms, when the server was last heard. A sleeping laptop's clock goes on, so sleep shows. */
  readonly heardAt: number;
  /** Server's clock − reader's clock at that moment, ms. */
  readonly clockAhead: number;
}

/** The server speaks at least every heartbeat: this much silence means the line is dead, whatever the socket says. */
export const SILENCE_MS = 2 * HEARTBEAT_MS + 1_000;
/** A redial takes a few seconds at most; after this it is not a hiccup any more. */
const HICCUP_MS = 20_000;

/** Where a page begins: with what the server painted, not yet connected. */
export function connectionAtFirstPaint(initial: LiveSales | LiveUnavailable): LiveConnection {
  const source = isUnavailable(initial) ? initial.source : null;
  const { state: phase, since } = source ?? { state: 'connecting' as const, since: null };
  return { phase, since, heardAt: initial.sentAt, clockAhead: 0 };
}

/** Figures came: whatever was wrong is over. */
export function figuresHeard(sentAt: number, readerNow: number): LiveConnection {
  return { phase: 'live', since: null, heardAt: readerNow, clockAhead: sentAt - readerNow };
}

/** Figures were fetched because the stream brings none. */
export function figuresFetched(sentAt: number, readerNow: number): LiveConnection {
  return { ...figuresHeard(sentAt, readerNow), phase: 'polling' };
}

/** The server says that what stands behind it is away. */
export function sourceHeard({ state, since, sentAt }: LiveSource, readerNow: number): LiveConnection {
  return { phase: state, since, heardAt: readerNow, clockAhead: sentAt - readerNow };
}

/** A sign of life: the line is good; it says nothing new about the figures. */
export function beatHeard(connection: LiveConnection, sentAt: number, readerNow: number): LiveConnection {
  return { ...connection, heardAt: readerNow, clockAhead: sentAt - readerNow };
}

/** The stream broke. */
export function streamLost(connection: LiveConnection): LiveConnection {
  if (connection.since !== null) return connection;
  return { ...connection, phase: 'reconnecting', since: serverTime(connection, connection.heardAt) };
}

/** A second went by, or an hour of sleep. */
export function timePassed(connection: LiveConnection, readerNow: number): LiveConnection {
  const silence = readerNow - connection.heardAt;
  const known = silence > SILENCE_MS ? streamLost(connection) : connection;
  return known.phase === 'reconnecting' && silence > HICCUP_MS ? { ...known, phase: 'offline' } : known;
}

/** The server's clock now, epoch ms, as far as the reader can tell. */
export function serverTime(connection: LiveConnection, readerNow: number): number {
  return readerNow + connection.clockAhead;
}

/** What the reader knows of the dial it made last. */
export interface Dial {
  readonly dialledAt: number;
  /** Dials in a row that ended before a word was heard. */
  readonly failures: number;
  /** The browser has given up on it: it redials by itself after a broken line, but not after a refusal. */
  readonly closed: boolean;
}

/** A stream speaks at once; where nothing is heard for so long after a dial, something on the way holds it back. */
const HELD_BACK_MS = 8_000;
/** Between fetches while the stream does not get through. */
export const POLL_MS = 10_000;

/** Whether the figures have to be fetched: nothing came since the dial, or nothing any more. */
export function pollIsDue(dial: Dial, heardAt: number, polledAt: number, readerNow: number): boolean {
  if (readerNow - polledAt < POLL_MS) return false;
  return heardAt < dial.dialledAt
    ? readerNow - dial.dialledAt > HELD_BACK_MS
    : readerNow - heardAt > SILENCE_MS;
}

/** Whether to dial anew: at once after a dead silence, with doubling pauses up to a minute after refusals. */
export function redialIsDue(dial: Dial, heardAt: number, readerNow: number, random: number): boolean {
  const waited = readerNow - dial.dialledAt;
  if (!dial.closed) return readerNow - Math.max(heardAt, dial.dialledAt) > SILENCE_MS;
  return waited > Math.min(60_000, 1_000 * 2 ** Math.min(dial.failures, 6)) * (0.5 + random / 2);
}
