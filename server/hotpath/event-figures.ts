import { type BusinessDate, businessDate, daysBetween } from '#lib/business-date.ts';
import type { Ticket } from '#lib/pos-event.ts';
import { WINDOW_MINUTES } from '#server/shared/redis-keys.ts';
import type { KnownEvent } from './read-event.ts';

export interface EventFigures {
  /** Minor units. */
  readonly netSales: bigint;
  readonly transactions: 0 | 1;
  readonly units: number;
}

/** What an event adds to its store's day. A ticket of returns only is no transaction; stock that moves is no sale. */
export function eventFigures(event: KnownEvent): EventFigures {
  if (!isTicket(event)) return { netSales: 0n, transactions: 0, units: 0 };
  const { lines } = event;
  return {
    netSales: lines.reduce((sum, line) => sum + BigInt(line.netAmount), 0n),
    transactions: lines.some((line) => line.quantity > 0) ? 1 : 0,
    units: lines.reduce((sum, line) => sum + line.quantity, 0),
  };
}

/** Units by which each line changes what is on hand; what is counted is said as it is. */
export function stockLines(event: KnownEvent): { productId: string; quantity: number }[] {
  const sign = isTicket(event) ? -1 : 1;
  return event.lines.map(({ productId, quantity }) => ({ productId, quantity: sign * quantity }));
}

/** The five minutes an event happened in, counted from the midnight that begins its business date. */
export function eventWindow(event: { businessDate: BusinessDate; eventTime: string }): number {
  const [date = '', time = ''] = event.eventTime.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const daysAfter = daysBetween(event.businessDate, businessDate(date));
  return Math.floor((daysAfter * 1_440 + hours * 60 + minutes) / WINDOW_MINUTES);
}

export function isTicket(event: KnownEvent): event is KnownEvent & Ticket {
  return event.kind === 'sale' || event.kind === 'return';
}
