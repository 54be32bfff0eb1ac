import 'server-only';
import { z } from 'zod';
import type { DemandDay } from '#lib/demand-forecast.ts';
import { countColumn, dateColumn, estimateColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { textParameter } from '../parameters.ts';

/** What was sold on each of the last 56 days in the scope; of one category or one product where one is named. */
export const listDemandDays = goldQuery({
  name: 'forecast.list-demand-days',
  params: z.strictObject({ category: textParameter(100), productId: textParameter(32) }),
  sql: `
    SELECT
      h.business_date AS businessDate,
      SUM(CAST(h.sold_units AS bigint)) AS sold,
      SUM(h.lost_units) AS lost
    FROM gold.demand_history AS h
    LEFT JOIN gold.products AS p ON p.product_id = h.product_id
    WHERE inScope(h.store_id)
      AND (@category = N'' OR p.category = @category)
      AND (@productId = N'' OR h.product_id = @productId)
    GROUP BY h.business_date
    ORDER BY h.business_date`,
  row: z.object({
    businessDate: dateColumn(),
    sold: countColumn(),
    lost: estimateColumn(),
  }) satisfies z.ZodType<DemandDay>,
});
