import { z } from 'zod';
import { type BusinessDate, isBusinessDate } from '#lib/business-date.ts';
import type { PosEvent } from '#lib/pos-event.ts';

/** A ticket of 500 lines is about 50 kB; more is not a ticket, and parsing it would hold up the others. */
const MAX_TEXT = 256 * 1024;

// Bounds keep a day's sum far inside the 64 bits Redis counts in.
const ticket = z.object({
  transactionId: z.string().min(1).max(64),
  storeId: z.string().regex(/^[\w-]{1,16}$/),
  businessDate: z
    .string()
    .refine(isBusinessDate)
    .transform((text) => text as BusinessDate),
  eventTime: z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/),
  lines: z
    .array(
      z.object({
        productId: z.string().min(1).max(32),
        quantity: z.number().int().min(-1_000_000).max(1_000_000),
        netAmount: z.string().regex(/^-?\d{1,12}$/),
      }),
    )
    .min(1)
    .max(2_000),
}) satisfies z.ZodType<PosEvent>;

/**
 * Reads one ticket as a till sent it; fields nobody here knows are dropped, not kept.
 * @throws PoisonTicketError naming what is wrong, never repeating values
 */
export function parseTicket(text: string | undefined): PosEvent {
  if (text === undefined) throw new PoisonTicketError('no event in the entry');
  if (text.length > MAX_TEXT) throw new PoisonTicketError(`${text.length} characters, too long for a ticket`);
  const parsed = ticket.safeParse(readJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new PoisonTicketError(
    issue ? `${issue.path.join('.') || 'event'}: ${issue.message}` : 'not a ticket',
  );
}

/** What a ticket adds to its store's day. netSales in minor units; a ticket of returns only is no transaction. */
export function ticketFigures({ lines }: PosEvent): { netSales: bigint; transactions: 0 | 1; units: number } {
  return {
    netSales: lines.reduce((sum, line) => sum + BigInt(line.netAmount), 0n),
    transactions: lines.some((line) => line.quantity > 0) ? 1 : 0,
    units: lines.reduce((sum, line) => sum + line.quantity, 0),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PoisonTicketError('not JSON');
  }
}

/** A ticket no retry can make good: it is set aside with this reason. */
export class PoisonTicketError extends Error {
  readonly code = 'TICKET_POISON';
  constructor(reason: string) {
    super(reason);
    this.name = 'PoisonTicketError';
  }
}
