import type { PosEvent, StockEvent } from '#lib/pos-event.ts';
import { isTicket } from './journal-lines.ts';

/** Units on record, by `store/product`. */
export type StockOnRecord = Map<string, number>;

/**
 * The events of a day with each count put as what it found: the ledger adds up moves, so a count comes to it as an
 * adjustment from what was on record to what was there. As on the live floor a count replaces all that moved up to its
 * second, in whatever order it came. `stock` is taken from the morning of the day on to its evening.
 */
export function countsAsAdjustments(events: readonly PosEvent[], stock: StockOnRecord): PosEvent[] {
  const inOrder = events.toSorted(
    (one, other) => compare(orderOf(one), orderOf(other)) || compare(one.transactionId, other.transactionId),
  );
  return inOrder.flatMap((event): PosEvent[] => {
    const move = (productId: string, units: number) => {
      const place = `${event.storeId}/${productId}`;
      stock.set(place, (stock.get(place) ?? 0) + units);
    };
    if (event.kind !== 'count') {
      const sign = isTicket(event) ? -1 : 1;
      for (const { productId, quantity } of event.lines) move(productId, sign * quantity);
      return [event];
    }
    const lines = event.lines.flatMap(({ productId, quantity }) => {
      const found = quantity - (stock.get(`${event.storeId}/${productId}`) ?? 0);
      move(productId, found);
      return found === 0 ? [] : [{ productId, quantity: found }];
    });
    return lines.length === 0 ? [] : [{ ...event, kind: 'adjustment', lines } satisfies StockEvent];
  });
}

/** Time within the day; what moved in the second of a count was there when it was counted. */
const orderOf = ({ eventTime, kind }: PosEvent) => `${eventTime}${kind === 'count' ? '/count' : ''}`;
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
