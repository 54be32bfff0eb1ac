import { z } from 'zod';
import type { LiveSales, LiveUnavailable } from '#lib/live-sales.ts';
import { CHANNELS } from '#lib/pos-event.ts';

/** In JSON a business date is any text. */
type Written = Omit<LiveSales, 'businessDate'> & { readonly businessDate: string };

const FIGURES = {
  netSales: z
    .string()
    .regex(/^-?\d+$/)
    .describe('Minor units'),
  transactions: z.int(),
  units: z.int(),
};
const local = z.string().describe('Store-local time, YYYY-MM-DDTHH:mm:ss');
const moment = z.number().describe('Epoch milliseconds of the server’s clock');
const audience = z.string().describe('The same for everybody who sees the same stores');

const SALES = z.strictObject({
  audience,
  businessDate: z.iso.date().describe('The trading day now open'),
  ...FIGURES,
  eventTime: local.nullable().describe('Latest event counted, store-local; null before the first of the day'),
  floorTime: local.nullable().describe('Latest event of the whole chain, store-local'),
  countedAt: moment.nullable().describe('When the last event was counted, epoch milliseconds'),
  sentAt: moment.describe('When this was written: ages are measured against it'),
  currency: z.string().describe('ISO 4217 code of every amount'),
  timeZone: z.string().describe('IANA zone of times of day'),
  reportingStores: z.int().describe('Stores with an event today'),
  hours: z
    .array(z.strictObject({ hour: z.int(), ...FIGURES }))
    .describe('By hour of event time; without those without a sale'),
  channels: z.array(z.strictObject({ channel: z.enum(CHANNELS), ...FIGURES })),
  stores: z.array(z.strictObject({ storeId: z.string(), eventTime: local, ...FIGURES })),
  ticker: z
    .array(
      z.strictObject({
        id: z.string(),
        storeId: z.string(),
        soldAt: local,
        amount: z
          .string()
          .regex(/^-?\d+$/)
          .describe('Minor units'),
      }),
    )
    .describe('The tickets counted last, newest first'),
}) satisfies z.ZodType<Written>;

/** Sales so far today, or why there is no live figure and the last there was. */
export const SALES_ANSWER = z.union([
  SALES,
  z.strictObject({
    audience,
    source: z
      .strictObject({
        state: z.enum(['offline', 'waiting']).describe('Away, or no trading day has been opened yet'),
        since: moment,
        sentAt: moment,
      })
      .nullable()
      .describe('Why there is no live figure; null where that is not known yet'),
    sentAt: moment,
    last: SALES.nullable().describe('The last figure there was'),
  }) satisfies z.ZodType<Omit<LiveUnavailable, 'last'> & { readonly last: Written | null }>,
]);
