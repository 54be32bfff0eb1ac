import 'server-only';
import { z } from 'zod';
import type { ForecastDay } from '#lib/demand-forecast.ts';
import { dateColumn, estimateColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { textParameter } from '../parameters.ts';

/**
 * The forecast of the stores of the scope, or of one category in them, and the trial of 30 days ago. Means are added up;
 * an interval is given for a single store alone, since those of several do not add up.
 */
export const listLevelDays = goldQuery({
  name: 'forecast.list-level-days',
  params: z.strictObject({ category: textParameter(100) }),
  addedUp: {
    'gold.forecast_levels.mean_units': 'Over stores alone, of one category and one origin',
    'gold.forecast_levels.actual_units': 'Over stores alone, of one category and one origin',
    'gold.forecast_levels.naive_units': 'Over stores alone, of one category and one origin',
  },
  sql: `
    SELECT
      f.origin_date AS originDate,
      f.business_date AS businessDate,
      SUM(f.mean_units) AS mean,
      CASE WHEN COUNT(*) = 1 THEN MIN(f.p10_units) END AS p10,
      CASE WHEN COUNT(*) = 1 THEN MIN(f.p90_units) END AS p90,
      SUM(f.actual_units) AS actual,
      SUM(f.naive_units) AS naive
    FROM gold.forecast_levels AS f
    WHERE inScope(f.store_id)
      AND f.category = @category
    GROUP BY f.origin_date, f.business_date
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
