import 'server-only';
import { z } from 'zod';
import type { HourOfWeek } from '#lib/hours-of-week.ts';
import { countColumn, moneyColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { periodParameter } from '../parameters.ts';

/**
 * Sales by weekday and hour on the stores' own clocks, over the days of a period. `days` is how many days of that weekday
 * had any trade, so that weekdays of an uneven period can be compared.
 */
export const listHoursOfWeek = goldQuery({
  name: 'sales.list-hours-of-week',
  params: z.strictObject({ period: periodParameter() }),
  sql: `
    WITH traded AS (
      SELECT
        k.iso_weekday AS iso_weekday,
        COUNT(DISTINCT h.business_date) AS days
      FROM gold.sales_hourly AS h
      INNER JOIN gold.calendar AS k ON k.business_date = h.business_date
      WHERE inScope(h.store_id)
        AND h.business_date BETWEEN @periodFrom AND @periodTo
      GROUP BY k.iso_weekday
    )
    SELECT
      k.iso_weekday AS weekday,
      h.hour_of_day AS hour,
      CAST(MAX(t.days) AS int) AS days,
      CAST(SUM(h.net_sales) * 100 AS bigint) AS netSales,
      CAST(SUM(CAST(h.transactions AS bigint)) AS bigint) AS transactions
    FROM gold.sales_hourly AS h
    INNER JOIN gold.calendar AS k ON k.business_date = h.business_date
    INNER JOIN traded AS t ON t.iso_weekday = k.iso_weekday
    WHERE inScope(h.store_id)
      AND h.business_date BETWEEN @periodFrom AND @periodTo
    GROUP BY k.iso_weekday, h.hour_of_day
    ORDER BY weekday, hour`,
  row: z.object({
    weekday: countColumn(),
    hour: countColumn(),
    days: countColumn(),
    netSales: moneyColumn(),
    transactions: countColumn(),
  }) satisfies z.ZodType<HourOfWeek>,
});
