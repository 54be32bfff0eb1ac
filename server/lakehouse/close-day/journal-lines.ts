import { createHash } from 'node:crypto';
import type { PosEvent, PosLine, Ticket } from '#lib/pos-event.ts';

/** Names an event among all that were ever accepted. */
export function eventId({ storeId, businessDate, transactionId }: PosEvent): string {
  return `${storeId}/${businessDate}/${transactionId}`;
}

/** One line of a till's journal in the words of the chain's own tills: every value as text. */
export interface JournalLine {
  readonly receipt_number: string;
  readonly line_number: string;
  readonly kind: 'SALE' | 'RETURN';
  readonly store_code: string;
  readonly till_time: string;
  readonly business_date: string;
  readonly item_code: string;
  readonly quantity: string;
  readonly unit_price: string;
  readonly discount: string;
  readonly channel: string;
  readonly fulfilled_by: string;
}

/** What tickets say of sales, line by line; quantity × unit price − discount is the line's net amount to the penny. */
export function journalLines(events: readonly PosEvent[]): JournalLine[] {
  return events.filter(isTicket).flatMap((ticket) =>
    ticket.lines.map((line, at) => {
      const { unitPrice, discount } = priceOf(line);
      return {
        receipt_number: receiptNumber(ticket),
        line_number: String(at + 1),
        // An exchange hands goods out and takes others back on one ticket.
        kind: line.quantity < 0 ? 'RETURN' : 'SALE',
        store_code: ticket.storeId,
        till_time: ticket.eventTime.replace('T', ' '),
        business_date: ticket.businessDate,
        item_code: line.productId,
        quantity: String(line.quantity),
        unit_price: inPounds(unitPrice),
        discount: inPounds(discount),
        channel: ticket.channel ?? 'store',
        fulfilled_by: ticket.storeId,
      };
    }),
  );
}

/**
 * Stock that moved without a sale, in the words of the stock system, on the day it is booked on. A count says what there is,
 * not what moved: it comes as the adjustment it led to.
 */
export function journalMoves(events: readonly PosEvent[]) {
  return events.flatMap((event) =>
    isTicket(event) || event.kind === 'count'
      ? []
      : event.lines.map(({ productId, quantity }) => ({
          store_code: event.storeId,
          item_code: productId,
          day: event.businessDate,
          kind: event.kind,
          reference: receiptNumber(event),
          units: String(quantity),
        })),
  );
}

export function isTicket(event: PosEvent): event is Ticket {
  return event.kind === undefined || event.kind === 'sale' || event.kind === 'return';
}

/** A document number is 32 characters at most, and a till may begin its numbers anew every day. */
const LONGEST = 32;

function receiptNumber({ businessDate, transactionId }: PosEvent): string {
  const dated = transactionId.startsWith(`${businessDate}/`)
    ? transactionId
    : `${businessDate}/${transactionId}`;
  if (dated.length <= LONGEST) return dated;
  const digest = createHash('sha256').update(dated).digest('base64url');
  return `${businessDate}/${digest}`.slice(0, LONGEST);
}

/** A till that says no price sold at the net amount; where that is no whole number of pennies, the rest is a discount. */
function priceOf({ quantity, netAmount, unitPrice }: PosLine): { unitPrice: bigint; discount: bigint } {
  const [units, net] = [BigInt(quantity), BigInt(netAmount)];
  const said = unitPrice === undefined ? null : BigInt(unitPrice);
  if (units === 0n) return { unitPrice: said ?? 0n, discount: -net };
  const exact = net / units;
  const unit = said ?? (exact * units === net ? exact : exact + 1n);
  return { unitPrice: unit, discount: units * unit - net };
}

function inPounds(minor: bigint): string {
  const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
