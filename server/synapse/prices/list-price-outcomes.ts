import 'server-only';
import { z } from 'zod';
import type { PriceOutcome } from '#lib/price-outcome.ts';
import { countColumn, dateColumn, moneyColumn, textColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';

/** Changes of regular prices that were measured, newest first; of a large chain the newest ones. */
export const listPriceOutcomes = openGoldQuery({
  name: 'prices.list-price-outcomes',
  params: z.strictObject({}),
  everyoneBecause: 'Prices are those of the whole chain; the page that asks is open to two roles only',
  sql: `
    SELECT
      o.product_id AS productId,
      p.product_name AS productName,
      o.changed_on AS changedOn,
      CAST(o.price_before * 100 AS bigint) AS priceBefore,
      CAST(o.price_after * 100 AS bigint) AS priceAfter,
      o.measured_from AS measuredFrom,
      o.measured_to AS measuredTo,
      o.units_expected AS unitsExpected,
      o.units_sold AS unitsSold,
      o.units_predicted AS unitsPredicted,
      o.predicted_lower AS predictedLower,
      o.predicted_upper AS predictedUpper,
      CAST(o.margin_expected * 100 AS bigint) AS marginExpected,
      CAST(o.margin_measured * 100 AS bigint) AS marginMeasured
    FROM gold.price_outcomes AS o
    INNER JOIN gold.products AS p ON p.product_id = o.product_id
    ORDER BY o.changed_on DESC, o.product_id`,
  row: z.object({
    productId: textColumn(),
    productName: textColumn(),
    changedOn: dateColumn(),
    priceBefore: moneyColumn(),
    priceAfter: moneyColumn(),
    measuredFrom: dateColumn(),
    measuredTo: dateColumn(),
    unitsExpected: z.number(),
    unitsSold: countColumn(),
    unitsPredicted: z.number(),
    predictedLower: z.number(),
    predictedUpper: z.number(),
    marginExpected: moneyColumn().nullable(),
    marginMeasured: moneyColumn().nullable(),
  }) satisfies z.ZodType<PriceOutcome>,
});
