import 'server-only';
import { z } from 'zod';
import type { PromotionSales } from '#lib/promotion-sales.ts';
import { countColumn, dateColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { periodParameter } from '../parameters.ts';
import { NARROWING } from './sales-by.ts';
import { LINE_SOURCES } from './sales-source.ts';

const [, LINES] = LINE_SOURCES;

/**
 * What the products of each promotion sold on its days within a period, highest net sales first. A product in two
 * promotions at once counts in both, so the rows do not add up to the sales of the period.
 */
export const listPromotionSales = goldQuery({
  name: 'sales.list-promotion-sales',
  params: z.strictObject({ period: periodParameter(), ...NARROWING }),
  sql: `
    SELECT
      r.promotion_id AS promotionId,
      r.from_date AS fromDate,
      r.to_date AS toDate,
      CAST(MAX(r.reduction_rate) * 10000 AS int) AS reductionTenThousandths,
      COUNT(DISTINCT d.product_id) AS products,
      CAST(SUM(d.gross_sales) * 100 AS bigint) AS grossSales,
      CAST(SUM(d.discounts) * 100 AS bigint) AS discounts,
      CAST(SUM(d.net_sales) * 100 AS bigint) AS netSales,
      CAST(SUM(CAST(d.units AS bigint)) AS bigint) AS units
    FROM ${LINES?.from}
    INNER JOIN gold.promotions AS r ON r.product_id = d.product_id
      AND d.business_date BETWEEN r.from_date AND r.to_date
    WHERE inScope(d.store_id)
      AND ${LINES?.narrowed}
      AND d.business_date BETWEEN @periodFrom AND @periodTo
    GROUP BY r.promotion_id, r.from_date, r.to_date
    ORDER BY netSales DESC, promotionId`,
  row: z.object({
    promotionId: textColumn(),
    fromDate: dateColumn(),
    toDate: dateColumn(),
    reductionTenThousandths: countColumn(),
    products: countColumn(),
    grossSales: moneyColumn(),
    discounts: moneyColumn(),
    netSales: moneyColumn(),
    units: countColumn(),
  }) satisfies z.ZodType<PromotionSales>,
});
