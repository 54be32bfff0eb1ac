import type { BusinessDate } from './business-date.ts';
import { CHANNEL_TITLES, type CustomerEvent, type CustomerOrder } from './customers.ts';
import type { MinorUnits } from './money.ts';

/** One happening of a customer's life with the shop. */
export interface TimelineEntry {
  readonly id: string;
  readonly date: BusinessDate;
  readonly words: string;
  /** Net sales, of an order. */
  readonly netSales: MinorUnits | null;
}

/** Orders and everything else, the latest first; of one day the order stands above what it led to. */
export function timeline(
  orders: readonly CustomerOrder[],
  events: readonly CustomerEvent[],
): TimelineEntry[] {
  const ordered = orders.map((order) => ({
    id: `${order.sellingStoreId} ${order.transactionId}`,
    date: order.businessDate,
    words: order.isSale
      ? `${order.channel === 'store' ? `Bought in ${order.sellingStoreId}` : `Ordered ${(CHANNEL_TITLES[order.channel] ?? order.channel).toLowerCase()}`}`
      : `Brought goods back to ${order.sellingStoreId}`,
    netSales: order.netSales,
  }));
  const happened = events.map((event) => ({
    id: `${event.kind} ${event.eventDate}`,
    date: event.eventDate,
    words: eventInWords(event),
    netSales: null,
  }));
  return [...ordered, ...happened].sort((one, other) =>
    one.date < other.date ? 1 : one.date > other.date ? -1 : 0,
  );
}

function eventInWords({ kind, detail, points }: CustomerEvent): string {
  switch (kind) {
    case 'joined':
      return 'Joined';
    case 'tier':
      return `Became ${detail ?? 'a member'}`;
    case 'moved':
      return `Moved to home store ${detail ?? 'unknown'}`;
    case 'redeemed':
      return `Spent ${points ?? 0} points`;
    default:
      return kind;
  }
}
