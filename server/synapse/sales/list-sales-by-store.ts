import 'server-only';
import { z } from 'zod';
import type { StoreSales } from '#lib/sales-ranking.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { daysParameter, periodParameter } from '../parameters.ts';

/** Every store of the scope that traded in the period or in its basis, highest net sales of the period first. */
export const listSalesByStore = goldQuery({
  name: 'sales.list-sales-by-store',
  params: z.strictObject({ period: periodParameter(), basis: daysParameter() }),
  sql: `
    WITH sold AS (
      SELECT
        d.store_id AS store_id,
        SUM(CASE WHEN d.business_date BETWEEN @periodFrom AND @periodTo THEN d.net_sales END) AS net_sales,
        SUM(CASE WHEN d.business_date BETWEEN @periodFrom AND @periodTo THEN CAST(d.transactions AS bigint) END) AS transactions,
        SUM(CASE WHEN inDays(d.business_date, basis) THEN d.net_sales END) AS basis_net_sales
      FROM gold.store_day AS d
      WHERE inScope(d.store_id)
        AND (d.business_date BETWEEN @periodFrom AND @periodTo OR inDays(d.business_date, basis))
      GROUP BY d.store_id
    )
    SELECT
      sold.store_id AS storeId,
      t.store_name AS storeName,
      t.region AS region,
      CAST(sold.net_sales * 100 AS bigint) AS netSales,
      CAST(sold.transactions AS bigint) AS transactions,
      CAST(sold.basis_net_sales * 100 AS bigint) AS basisNetSales
    FROM sold
    INNER JOIN gold.stores AS t ON t.store_id = sold.store_id
    ORDER BY CASE WHEN sold.net_sales IS NULL THEN 1 ELSE 0 END, sold.net_sales DESC, sold.store_id`,
  row: z.object({
    storeId: textColumn(),
    storeName: textColumn(),
    region: textColumn(),
    netSales: moneyColumn().nullable(),
    transactions: countColumn().nullable(),
    basisNetSales: moneyColumn().nullable(),
  }) satisfies z.ZodType<StoreSales>,
});
