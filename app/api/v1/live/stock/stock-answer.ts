import { z } from 'zod';
import type { ShelfRow, StockCell, StockFloor } from '#lib/stock-floor.ts';

const SHELF = z.strictObject({
  productId: z.string(),
  productName: z.string(),
  category: z.string(),
  onHandNow: z.number().describe('Units: the record of the last close and what moved since'),
  onOrder: z.number().describe('Units'),
  daysOfCover: z.number().nullable().describe('Days it lasts; null where nobody wants it'),
  runsOutAt: z
    .number()
    .nullable()
    .describe('Minutes since the midnight that begins the business date; null where it lasts longer'),
  atStake: z.number().describe('Net sales expected to be lost before a delivery, minor units'),
  phantomScore: z.number().describe('Chance that the record is wrong and the shelf is empty, 0 to 1'),
  idleDays: z.number().nullable().describe('Days since it last sold; null where it never did'),
}) satisfies z.ZodType<ShelfRow>;

const CELL = z.strictObject({
  category: z.string(),
  products: z.number(),
  soldOut: z.number().describe('Wanted products with nothing left'),
  daysOfCover: z.number().nullable().describe('Units on hand ÷ units wanted a day'),
  leadTimeDays: z.number().nullable().describe('Days from order to delivery, as demand weighs them'),
  atStake: z.number().describe('Net sales expected to be lost, minor units'),
}) satisfies z.ZodType<StockCell>;

/** The shelves of each store of the person’s as the watch left them last; none while none watches. */
export const STOCK_ANSWER = z.strictObject({
  floors: z.array(
    z.strictObject({
      storeId: z.string(),
      eventTime: z.string().nullable().describe('Store-local time of the latest event it includes'),
      cells: z.array(CELL),
      runningOut: z.array(SHELF).describe('Most at stake first; empty unless one store was asked for'),
      phantoms: z.array(SHELF).describe('Most likely sale lost first; empty unless one store was asked for'),
    }) satisfies z.ZodType<StockFloor>,
  ),
});
