import 'server-only';
import { z } from 'zod';
import type { CountrySales } from '#lib/sales-ranking.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { daysParameter, periodParameter } from '../parameters.ts';

/** Every country sold to in the period or in its basis, highest net sales of the period first. */
export const listSalesByCountry = goldQuery({
  name: 'sales.list-sales-by-country',
  params: z.strictObject({ period: periodParameter(), basis: daysParameter() }),
  sql: `
    WITH sold AS (
      SELECT
        d.country AS country,
        SUM(CASE WHEN d.business_date BETWEEN @periodFrom AND @periodTo THEN d.net_sales END) AS net_sales,
        SUM(CASE WHEN d.business_date BETWEEN @periodFrom AND @periodTo THEN CAST(d.transactions AS bigint) END) AS transactions,
        SUM(CASE WHEN inDays(d.business_date, basis) THEN d.net_sales END) AS basis_net_sales
      FROM gold.store_day AS d
      WHERE inScope(d.store_id)
        AND (d.business_date BETWEEN @periodFrom AND @periodTo OR inDays(d.business_date, basis))
      GROUP BY d.country
    )
    SELECT
      sold.country AS country,
      CAST(sold.net_sales * 100 AS bigint) AS netSales,
      CAST(sold.transactions AS bigint) AS transactions,
      CAST(sold.basis_net_sales * 100 AS bigint) AS basisNetSales
    FROM sold
    ORDER BY CASE WHEN sold.net_sales IS NULL THEN 1 ELSE 0 END, sold.net_sales DESC, sold.country`,
  row: z.object({
    country: textColumn(),
    netSales: moneyColumn().nullable(),
    transactions: countColumn().nullable(),
    basisNetSales: moneyColumn().nullable(),
  }) satisfies z.ZodType<CountrySales>,
});
