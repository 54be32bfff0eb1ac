import 'server-only';
import { z } from 'zod';
import type { SalesPoint } from '#lib/sales.ts';
import { countColumn, dateColumn, moneyColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { periodParameter } from '../parameters.ts';

/** One point per business date with any record, oldest first. A day without one is absent: it is not a zero. */
export const listDailySales = goldQuery({
  name: 'sales.list-daily-sales',
  params: z.strictObject({ period: periodParameter() }),
  sql: `
    SELECT
      d.business_date AS businessDate,
      CAST(SUM(d.gross_sales) * 100 AS bigint) AS grossSales,
      CAST(SUM(d.discounts) * 100 AS bigint) AS discounts,
      CAST(SUM(d.returns) * 100 AS bigint) AS returns,
      CAST(SUM(d.net_sales) * 100 AS bigint) AS netSales,
      CAST(SUM(CAST(d.transactions AS bigint)) AS bigint) AS transactions,
      CAST(SUM(CAST(d.units AS bigint)) AS bigint) AS units
    FROM gold.store_day AS d
    WHERE inScope(d.store_id)
      AND d.business_date BETWEEN @periodFrom AND @periodTo
    GROUP BY d.business_date
    ORDER BY d.business_date`,
  row: z.object({
    businessDate: dateColumn(),
    grossSales: moneyColumn(),
    discounts: moneyColumn(),
    returns: moneyColumn(),
    netSales: moneyColumn(),
    transactions: countColumn(),
    units: countColumn(),
  }) satisfies z.ZodType<SalesPoint>,
});
