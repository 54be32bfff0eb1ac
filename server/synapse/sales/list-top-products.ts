import 'server-only';
import { z } from 'zod';
import type { ProductSales } from '#lib/sales-ranking.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { daysParameter, intParameter, periodParameter } from '../parameters.ts';

/** The products of highest net sales in a period, best first, with what they sold in the basis period. */
export const listTopProducts = goldQuery({
  name: 'sales.list-top-products',
  params: z.strictObject({ period: periodParameter(), basis: daysParameter(), top: intParameter(1, 200) }),
  sql: `
    WITH sold AS (
      SELECT
        d.product_id AS product_id,
        SUM(CASE WHEN d.business_date BETWEEN @periodFrom AND @periodTo THEN d.net_sales END) AS net_sales,
        SUM(CASE WHEN d.business_date BETWEEN @periodFrom AND @periodTo THEN CAST(d.units AS bigint) END) AS units,
        SUM(CASE WHEN inDays(d.business_date, basis) THEN d.net_sales END) AS basis_net_sales
      FROM gold.sales_daily AS d
      WHERE inScope(d.store_id)
        AND (d.business_date BETWEEN @periodFrom AND @periodTo OR inDays(d.business_date, basis))
      GROUP BY d.product_id
    ),
    ranked AS (
      SELECT
        sold.product_id AS product_id,
        sold.net_sales AS net_sales,
        sold.units AS units,
        sold.basis_net_sales AS basis_net_sales,
        ROW_NUMBER() OVER (ORDER BY sold.net_sales DESC, sold.product_id) AS position
      FROM sold
      WHERE sold.net_sales IS NOT NULL
    )
    SELECT
      r.position AS position,
      r.product_id AS productId,
      p.product_name AS productName,
      CAST(r.net_sales * 100 AS bigint) AS netSales,
      CAST(r.units AS bigint) AS units,
      CAST(r.basis_net_sales * 100 AS bigint) AS basisNetSales
    FROM ranked AS r
    INNER JOIN gold.products AS p ON p.product_id = r.product_id
    WHERE r.position <= @top
    ORDER BY r.position`,
  row: z.object({
    position: countColumn(),
    productId: textColumn(),
    productName: textColumn(),
    netSales: moneyColumn(),
    units: countColumn(),
    basisNetSales: moneyColumn().nullable(),
  }) satisfies z.ZodType<ProductSales>,
});
