import { z } from 'zod';
import { column, customer, tableName, words, writtenDay } from './declared-cells.ts';

/** Where something was shown: codes of a cell and what they are called; those of `none` say that it was not. */
const location = z.strictObject({
  column,
  none: z.array(z.string()).default([]),
  called: z.record(z.string(), z.string().min(1).max(200)).default({}),
});

/** A list of the products that stores had in their mailer or on display beside the shelf. */
export const placements = z.strictObject({
  table: tableName,
  store: column,
  product: column,
  /** The days, or a week by its number, of which the first one begins on a known day. */
  days: z.union([
    z.strictObject({ from: writtenDay, to: writtenDay }),
    z.strictObject({ week: column, firstBegins: z.iso.date() }),
  ]),
  mailer: location.optional(),
  display: location.optional(),
});

/** Lists of campaigns that send coupons, of whom they were sent to, and of who handed in what. */
export const campaigns = z.strictObject({
  table: tableName,
  id: column,
  type: words.optional(),
  from: writtenDay,
  to: writtenDay,
  coupons: z.strictObject({ table: tableName, campaign: column, coupon: column, product: column }),
  customers: z.strictObject({ table: tableName, campaign: column, customer }),
  redemptions: z.strictObject({
    table: tableName,
    campaign: column,
    coupon: column,
    customer,
    day: writtenDay,
  }),
});

export type Location = z.output<typeof location>;
