import 'server-only';
import { z } from 'zod';
import type { StoreDay } from '#lib/store-day.ts';
import { countColumn, dateColumn, moneyColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { periodParameter } from '../parameters.ts';

/** Day by day what was sold, asked for, counted and worked over the stores of the scope, oldest first. */
export const listStoreDays = goldQuery({
  name: 'stores.list-store-days',
  params: z.strictObject({ period: periodParameter() }),
  sql: `
    SELECT
      o.business_date AS businessDate,
      CAST(SUM(o.net_sales) * 100 AS bigint) AS netSales,
      CAST(SUM(o.net_sales_target) * 100 AS bigint) AS target,
      CAST(SUM(CAST(o.visits AS bigint)) AS bigint) AS visits,
      CAST(SUM(CAST(o.counter_transactions AS bigint)) AS bigint) AS counterTransactions,
      CAST(SUM(o.labour_hours) * 100 AS bigint) AS labourHundredths,
      CAST(SUM(o.planned_hours) * 100 AS bigint) AS plannedHundredths
    FROM gold.store_operations AS o
    WHERE inScope(o.store_id)
      AND o.business_date BETWEEN @periodFrom AND @periodTo
    GROUP BY o.business_date
    ORDER BY o.business_date`,
  row: z.object({
    businessDate: dateColumn(),
    netSales: moneyColumn(),
    target: moneyColumn().nullable(),
    visits: countColumn().nullable(),
    counterTransactions: countColumn(),
    labourHundredths: countColumn().nullable(),
    plannedHundredths: countColumn().nullable(),
  }) satisfies z.ZodType<StoreDay>,
});
