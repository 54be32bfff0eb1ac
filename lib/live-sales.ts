import { type BusinessDate, businessDate, daysBetween, isBusinessDate } from './business-date.ts';
import type { Channel } from './pos-event.ts';

/** netSales in minor units as decimal digits: JSON has no bigint. */
export interface LiveFigures {
  readonly netSales: string;
  readonly transactions: number;
  readonly units: number;
}

/**
 * Sales so far on the trading day now open, over the stores of one scope. What the live tile shows, and what the
 * stream sends: whole figures, never differences, so a lost or repeated message cannot make it wrong.
 */
export interface LiveSales extends LiveFigures {
  /** The same for everybody who sees the same stores: what is heard for one audience is never shown to another. */
  readonly audience: string;
  readonly businessDate: BusinessDate;
  /** Latest event time counted, store-local `YYYY-MM-DDTHH:mm:ss`; null before the first event of the day. */
  readonly eventTime: string | null;
  /** The watermark: latest event time of the whole chain. A store that is behind it is quiet, or cut off. */
  readonly floorTime: string | null;
  /** When the last event was counted, epoch milliseconds of the server's clock; null before the first. */
  readonly countedAt: number | null;
  /** The server's clock when this message was written: ages are measured against it, not the reader's clock. */
  readonly sentAt: number;
  readonly currency: string;
  /** IANA zone in which times of day are written for the reader. */
  readonly timeZone: string;
  /** Stores of the scope with at least one event today. */
  readonly reportingStores: number;
  /** By hour of event time, 0 at the midnight that begins the business date; hours without a sale are left out. */
  readonly hours: readonly (LiveFigures & { readonly hour: number })[];
  readonly channels: readonly (LiveFigures & { readonly channel: Channel })[];
  /** Every store of the scope in a snapshot; in a message that follows one, those that changed. */
  readonly stores: readonly LiveStore[];
  /** The tickets of the scope that were counted last, newest first. */
  readonly ticker: readonly LiveTicket[];
}

export interface LiveStore extends LiveFigures {
  readonly storeId: string;
  /** Store-local `YYYY-MM-DDTHH:mm:ss` of its latest event. */
  readonly eventTime: string;
}

export interface LiveTicket {
  /** Unlike any other of its store; sorts as they were counted. */
  readonly id: string;
  readonly storeId: string;
  readonly soldAt: string;
  /** Minor units as decimal digits. */
  readonly amount: string;
}

/** What is known once a message has come: its stores take their places among those it does not speak of. */
export function afterNews(known: LiveSales | null, news: LiveSales): LiveSales {
  if (known?.businessDate !== news.businessDate || known.audience !== news.audience) return news;
  const stores = new Map(known.stores.map((store) => [store.storeId, store]));
  for (const store of news.stores) stores.set(store.storeId, store);
  return { ...news, stores: [...stores.values()] };
}

/** Minutes since the midnight that begins the business date. @param time store-local `YYYY-MM-DDTHH:mm:ss` */
export function minuteOfDay(date: BusinessDate, time: string): number {
  const day = time.slice(0, 10);
  const [hours = 0, minutes = 0] = time.slice(11).split(':').map(Number);
  return (isBusinessDate(day) ? daysBetween(date, businessDate(day)) : 0) * 1_440 + hours * 60 + minutes;
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
  readonly audience: string;
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
