import type { BusinessDate } from './business-date.ts';

/**
 * Sales so far on the trading day now open, over the stores of one scope. What the live tile shows, and what the
 * stream sends: whole figures, never differences, so a lost or repeated message cannot make it wrong.
 */
export interface LiveSales {
  readonly businessDate: BusinessDate;
  /** Minor units as decimal digits: JSON has no bigint. */
  readonly netSales: string;
  readonly transactions: number;
  readonly units: number;
  /** Latest event time counted, store-local `YYYY-MM-DDTHH:mm:ss`; null before the first event of the day. */
  readonly eventTime: string | null;
  /** When the last event was counted, epoch milliseconds of the server's clock; null before the first. */
  readonly countedAt: number | null;
  /** The server's clock when this message was written: ages are measured against it, not the reader's clock. */
  readonly sentAt: number;
  readonly currency: string;
  /** IANA zone in which times of day are written for the reader. */
  readonly timeZone: string;
  /** Stores of the scope with at least one event today. */
  readonly reportingStores: number;
}

/**
 * Why there is no live figure. offline: the live store does not answer; waiting: it answers, but no trading day has
 * been opened in it yet. `since` and `sentAt` are epoch milliseconds of the server's clock.
 */
export interface LiveSource {
  readonly state: 'offline' | 'waiting';
  readonly since: number;
  readonly sentAt: number;
}

/** What is known when there is no live figure to give: why, and the last figure there was. */
export interface LiveUnavailable {
  /** Null where even that is not known yet: a first paint waits for nothing long. */
  readonly source: LiveSource | null;
  readonly sentAt: number;
  readonly last: LiveSales | null;
}

export function isUnavailable(sales: LiveSales | LiveUnavailable): sales is LiveUnavailable {
  return 'source' in sales;
}

/** A silent stream still says it is alive this often; a client that hears nothing for twice as long is cut off. */
export const HEARTBEAT_MS = 15_000;
