import 'server-only';
import { z } from 'zod';
import type { PromotionWindow } from '#lib/promotion-sales.ts';
import { countColumn, dateColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';
import { periodParameter } from '../parameters.ts';

/** When promotions ran that touch a period, those of the same days together, earliest first. */
export const listPromotionWindows = openGoldQuery({
  name: 'sales.list-promotion-windows',
  params: z.strictObject({ period: periodParameter() }),
  everyoneBecause: 'Promotions run in every store and hang in the window; it holds no figure of sales',
  sql: `
    SELECT
      r.from_date AS fromDate,
      r.to_date AS toDate,
      COUNT(DISTINCT r.promotion_id) AS promotions,
      COUNT(DISTINCT r.product_id) AS products
    FROM gold.promotions AS r
    WHERE r.from_date <= @periodTo AND r.to_date >= @periodFrom
    GROUP BY r.from_date, r.to_date
    ORDER BY r.from_date, r.to_date`,
  row: z.object({
    fromDate: dateColumn(),
    toDate: dateColumn(),
    promotions: countColumn(),
    products: countColumn(),
  }) satisfies z.ZodType<PromotionWindow>,
});
