import { createHash } from 'node:crypto';
import type { BusinessClock } from '#lib/business-clock.ts';
import type { LiveFigures, LiveSales, LiveStore, LiveTicket } from '#lib/live-sales.ts';
import { CHANNELS } from '#lib/pos-event.ts';
import { type ScopeOfStores, scopeCovers, scopeKey } from '#lib/scope.ts';
import { isAfter } from './position.ts';
import { type Figures, NOTHING, plus, type StoreFloor } from './store-floor.ts';

const TICKETS_SHOWN = 8;

/**
 * Sales so far over the stores of a scope.
 * @param isNews which of its stores to list one by one; the sums are over all of them
 * @param sentAt epoch milliseconds
 */
export function sumStores(
  stores: ReadonlyMap<string, StoreFloor>,
  scope: ScopeOfStores,
  clock: BusinessClock,
  sentAt: number,
  isNews: (store: StoreFloor) => boolean = () => true,
): LiveSales {
  const own = [...stores.values()].filter(({ day }) => scopeCovers(scope, day.storeId));
  const total = own.reduce((sum, { day }) => plus(sum, day), NOTHING);
  const hours = new Map<number, Figures>();
  const channels = new Map(CHANNELS.map((channel) => [channel, NOTHING]));
  for (const store of own)
    for (const { channel, hour, ...figures } of store.hours.values()) {
      hours.set(hour, plus(hours.get(hour) ?? NOTHING, figures));
      channels.set(channel, plus(channels.get(channel) ?? NOTHING, figures));
    }
  const { businessDate, currency, timeZone } = clock;
  return {
    audience: audienceOf(scope),
    businessDate,
    ...written(total),
    eventTime: latest(own.map(({ day }) => day.eventTime)),
    floorTime: latest([...stores.values()].map(({ day }) => day.eventTime)),
    countedAt: latest(own.map(({ day }) => day.countedAt)),
    sentAt,
    currency,
    timeZone,
    reportingStores: own.length,
    hours: [...hours].sort(([a], [b]) => a - b).map(([hour, figures]) => ({ hour, ...written(figures) })),
    channels: [...channels]
      .filter(([, { transactions, units, netSales }]) => transactions !== 0 || units !== 0 || netSales !== 0n)
      .map(([channel, figures]) => ({ channel, ...written(figures) })),
    stores: own.filter(isNews).map(storeRow),
    ticker: newestOf(own),
  };
}

/** A store's tickets are in order: its newest stand last, and only the newest of all can be among those shown. */
function newestOf(stores: readonly StoreFloor[]): LiveTicket[] {
  const shown: LiveTicket[] = [];
  for (const { tickets } of stores)
    for (const ticket of tickets.toReversed()) {
      const at = shown.findIndex(({ id }) => isAfter(ticket.id, id));
      if (at < 0 && shown.length === TICKETS_SHOWN) break;
      shown.splice(at < 0 ? shown.length : at, 0, ticket);
      shown.length = Math.min(shown.length, TICKETS_SHOWN);
    }
  return shown;
}

/** Names a scope without listing its stores. */
export function audienceOf(scope: ScopeOfStores): string {
  const known = audiences.get(scope);
  if (known) return known;
  const made = createHash('sha256').update(scopeKey(scope)).digest('base64url').slice(0, 16);
  audiences.set(scope, made);
  return made;
}
const audiences = new WeakMap<ScopeOfStores, string>();

function storeRow({ day: { storeId, eventTime, ...figures } }: StoreFloor): LiveStore {
  return { storeId, eventTime, ...written(figures) };
}

function written({ netSales, transactions, units }: Figures): LiveFigures {
  return { netSales: String(netSales), transactions, units };
}

function latest<T extends string | number>(values: readonly T[]): T | null {
  return values.reduce<T | null>((a, b) => (a === null || b > a ? b : a), null);
}
