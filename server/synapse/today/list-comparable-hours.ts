import 'server-only';
import { z } from 'zod';
import type { ComparableHour } from '#lib/comparable-day.ts';
import { countColumn, dateColumn, moneyColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { periodParameter } from '../parameters.ts';

/**
 * Hour by hour, the days of the period that have the weekday of its last one, over stores that are not closed a week after
 * it; an hour without a record is absent.
 */
export const listComparableHours = goldQuery({
  name: 'today.list-comparable-hours',
  params: z.strictObject({ period: periodParameter() }),
  sql: `
    SELECT
      h.business_date AS businessDate,
      h.hour_of_day AS hour,
      CAST(SUM(h.net_sales) * 100 AS bigint) AS netSales,
      CAST(SUM(CAST(h.transactions AS bigint)) AS bigint) AS transactions
    FROM gold.sales_hourly AS h
    INNER JOIN gold.stores AS t ON t.store_id = h.store_id
    WHERE inScope(h.store_id)
      AND h.business_date BETWEEN @periodFrom AND @periodTo
      AND DATEDIFF(day, h.business_date, CAST(@periodTo AS date)) % 7 = 0
      AND (t.closed_on IS NULL OR t.closed_on > DATEADD(day, 7, CAST(@periodTo AS date)))
    GROUP BY h.business_date, h.hour_of_day
    ORDER BY h.business_date, h.hour_of_day`,
  row: z.object({
    businessDate: dateColumn(),
    hour: countColumn(),
    netSales: moneyColumn(),
    transactions: countColumn(),
  }) satisfies z.ZodType<ComparableHour>,
});
