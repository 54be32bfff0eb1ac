import { z } from 'zod';
import { type BusinessDate, businessDate, daysBetween, isBusinessDate } from '#lib/business-date.ts';
import { CHANNELS, type StockEvent, type Ticket } from '#lib/pos-event.ts';
import { maskCardNumbers } from './card-number.ts';

/** An event of 500 lines is about 50 kB; more is not an event, and parsing it would hold up the others. */
const MAX_TEXT = 256 * 1024;

const head = {
  transactionId: z.string().min(1).max(64),
  storeId: z.string().regex(/^[\w-]{1,16}$/),
  businessDate: z
    .string()
    .refine(isBusinessDate)
    .transform((text) => text as BusinessDate),
  eventTime: z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/),
};
// Bounds keep a day's sum far inside the 64 bits Redis counts in.
const units = z.number().int().min(-1_000_000).max(1_000_000);
const linesOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .array(z.object({ productId: z.string().min(1).max(32), ...shape }))
    .min(1)
    .max(2_000);

const ticket = z.object({
  ...head,
  kind: z.enum(['sale', 'return']).default('sale'),
  channel: z.enum(CHANNELS).default('store'),
  lines: linesOf({
    quantity: units,
    netAmount: z.string().regex(/^-?\d{1,12}$/),
    unitPrice: z
      .string()
      .regex(/^\d{1,12}$/)
      .optional(),
  }),
}) satisfies z.ZodType<Ticket>;
const movement = z.object({
  ...head,
  kind: z.enum(['receipt', 'transfer', 'adjustment']),
  lines: linesOf({ quantity: units }),
}) satisfies z.ZodType<StockEvent>;
const count = z.object({
  ...head,
  kind: z.literal('count'),
  lines: linesOf({ quantity: units.min(0) }),
}) satisfies z.ZodType<StockEvent>;

/** A ticket whose kind and channel are said, or a stock event. */
export type KnownEvent = z.output<typeof ticket> | z.output<typeof movement> | z.output<typeof count>;

const SCHEMAS: Readonly<Record<string, z.ZodType<KnownEvent>>> = {
  receipt: movement,
  transfer: movement,
  adjustment: movement,
  count,
};

/**
 * Reads one event as a till sent it; fields nobody here knows are dropped, not kept.
 * @throws PoisonEventError naming what is wrong, never repeating values
 */
export function readEvent(text: string | undefined): KnownEvent {
  if (text === undefined) throw new PoisonEventError('no event in the entry');
  if (text.length > MAX_TEXT) throw new PoisonEventError(`${text.length} characters, too long for an event`);
  if (maskCardNumbers(text) !== text.replaceAll(/\\u003(\d)/gi, '$1'))
    throw new PoisonEventError('holds a card number');
  const value = readJson(text);
  const parsed = (SCHEMAS[kindOf(value)] ?? ticket).safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new PoisonEventError(
      issue ? `${issue.path.join('.') || 'event'}: ${issue.message}` : 'not an event',
    );
  }
  const { businessDate: date, eventTime } = parsed.data;
  const day = eventTime.slice(0, 10);
  const daysAfter = isBusinessDate(day) ? daysBetween(date, businessDate(day)) : Number.NaN;
  if (daysAfter !== 0 && daysAfter !== 1)
    throw new PoisonEventError('eventTime: not within its business date');
  return parsed.data;
}

function kindOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'kind' in value ? String(value.kind) : '';
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PoisonEventError('not JSON');
  }
}

/** An event no retry can make good: it is set aside with this reason. */
export class PoisonEventError extends Error {
  readonly code = 'EVENT_POISON';
  constructor(reason: string) {
    super(reason);
    this.name = 'PoisonEventError';
  }
}
