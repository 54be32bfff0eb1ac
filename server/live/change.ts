import { z } from 'zod';
import type { LiveTicket } from '#lib/live-sales.ts';
import type { StoreDay } from './read-day.ts';
import type { Window } from './store-floor.ts';

/** What one event changed: a store's new whole figures and, for a ticket, those of its five minutes. */
export interface Change {
  readonly businessDate: string;
  readonly store: StoreDay;
  readonly window: Window | null;
  readonly ticket: Omit<LiveTicket, 'id'> | null;
}

const digits = z.string().regex(/^-?\d+$/);
const wholeFigures = {
  storeId: z.string(),
  netSales: digits.transform(BigInt),
  transactions: z.coerce.number().int(),
  units: z.coerce.number().int(),
  eventTime: z.string(),
  countedAt: z.coerce.number(),
};
const change = z
  .object({
    ...wholeFigures,
    businessDate: z.string(),
    amount: digits.optional(),
    soldAt: z.string().optional(),
    window: z.string().optional(),
    'window:netSales': digits.transform(BigInt).optional(),
    'window:transactions': z.coerce.number().int().optional(),
    'window:units': z.coerce.number().int().optional(),
  })
  .transform(({ businessDate, amount, soldAt, window, ...fields }): Change => {
    const { storeId, netSales, transactions, units, eventTime, countedAt } = fields;
    return {
      businessDate,
      store: { storeId, netSales, transactions, units, eventTime, countedAt },
      window:
        window === undefined
          ? null
          : {
              name: window.slice(window.indexOf(':') + 1),
              netSales: fields['window:netSales'] ?? 0n,
              transactions: fields['window:transactions'] ?? 0,
              units: fields['window:units'] ?? 0,
            },
      ticket: window === undefined || !amount || !soldAt ? null : { storeId, soldAt, amount },
    };
  });

/** A live stream entry, by field name or as Redis lists it; undefined where it is none of ours. */
export function readChange(fields: readonly string[] | Readonly<Record<string, string>>): Change | undefined {
  return change.safeParse(Array.isArray(fields) ? toNamed(fields) : fields).data;
}

function toNamed(fields: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {};
  for (let at = 0; at + 1 < fields.length; at += 2) named[fields[at] ?? ''] = fields[at + 1] ?? '';
  return named;
}
