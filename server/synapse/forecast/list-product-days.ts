import 'server-only';
import { z } from 'zod';
import type { ForecastDay } from '#lib/demand-forecast.ts';
import { dateColumn, estimateColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { textParameter } from '../parameters.ts';

/** The forecast of one product in the stores of the scope; an interval for a single store alone. */
export const listProductDays = goldQuery({
  name: 'forecast.list-product-days',
  params: z.strictObject({ productId: textParameter(32) }),
  sql: `
    SELECT
      CAST(DATEADD(day, -1, MIN(MIN(f.business_date)) OVER ()) AS date) AS originDate,
      f.business_date AS businessDate,
      SUM(f.mean_units) AS mean,
      CASE WHEN COUNT(*) = 1 THEN MIN(f.p10_units) END AS p10,
      CASE WHEN COUNT(*) = 1 THEN MIN(f.p90_units) END AS p90,
      CAST(NULL AS decimal(18,4)) AS actual,
      CAST(NULL AS decimal(18,4)) AS naive
    FROM gold.demand_forecast AS f
    WHERE inScope(f.store_id)
      AND f.product_id = @productId
    GROUP BY f.business_date
    ORDER BY f.business_date`,
  row: z.object({
    originDate: dateColumn(),
    businessDate: dateColumn(),
    mean: estimateColumn(),
    p10: estimateColumn().nullable(),
    p90: estimateColumn().nullable(),
    actual: estimateColumn().nullable(),
    naive: estimateColumn().nullable(),
  }) satisfies z.ZodType<ForecastDay>,
});
