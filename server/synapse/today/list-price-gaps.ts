import 'server-only';
import { z } from 'zod';
import type { PriceGap } from '#lib/chain-readings.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';

/** Products dearer than the median of what matched competitors asked within a week, the most sold first. */
export const listPriceGaps = openGoldQuery({
  name: 'today.list-price-gaps',
  params: z.strictObject({}),
  everyoneBecause:
    'It holds prices any shopper sees; who is told of them is decided by the rule of the alert',
  sql: `
    SELECT
      r.product_id AS productId,
      p.product_name AS productName,
      CAST(r.price_now * 100 AS bigint) AS price,
      CAST(r.competitor_price * 100 AS bigint) AS competitorPrice,
      r.competitors AS competitors,
      CAST(r.net_sales_28_days * 100 AS bigint) AS netSales
    FROM gold.price_recommendations AS r
    INNER JOIN gold.products AS p ON p.product_id = r.product_id
    WHERE r.competitor_price > 0 AND r.price_now > r.competitor_price
    ORDER BY r.net_sales_28_days DESC, r.product_id`,
  row: z.object({
    productId: textColumn(),
    productName: textColumn(),
    price: moneyColumn().transform(Number),
    competitorPrice: moneyColumn().transform(Number),
    competitors: countColumn(),
    netSales: moneyColumn().transform(Number),
  }) satisfies z.ZodType<PriceGap>,
});
