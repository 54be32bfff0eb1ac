import 'server-only';
import { z } from 'zod';
import type { ForecastDay } from '#lib/demand-forecast.ts';
import { dateColumn, estimateColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { textParameter } from '../parameters.ts';

/**
 * The forecast of the chain, of a region or of a category of the chain, with its own interval. No rows for who sees fewer
 * stores than the total is of: a total tells of stores that are not theirs.
 */
export const listTotalDays = goldQuery({
  name: 'forecast.list-total-days',
  params: z.strictObject({ level: textParameter(16), member: textParameter(100) }),
  sql: `
    WITH seen AS (
      SELECT COUNT(DISTINCT l.store_id) AS stores
      FROM gold.forecast_levels AS l
      INNER JOIN gold.stores AS t ON t.store_id = l.store_id
      WHERE inScope(l.store_id)
        AND (@level <> N'region' OR t.region = @member)
    )
    SELECT
      f.origin_date AS originDate,
      f.business_date AS businessDate,
      f.mean_units AS mean,
      f.p10_units AS p10,
      f.p90_units AS p90,
      f.actual_units AS actual,
      f.naive_units AS naive
    FROM gold.forecast_totals AS f
    INNER JOIN seen ON seen.stores = f.store_count
    WHERE f.level_name = @level
      AND f.member = @member
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
