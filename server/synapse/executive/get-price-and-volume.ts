import 'server-only';
import { z } from 'zod';
import type { Staleness } from '#lib/answer.ts';
import type { Period } from '#lib/period.ts';
import type { PriceAndVolume } from '#lib/sales-bridge.ts';
import type { RowScope } from '#lib/scope.ts';
import { countColumn, moneyColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { daysParameter } from '../parameters.ts';

const askSold = goldQuery({
  name: 'executive.get-price-and-volume',
  params: z.strictObject({ period: daysParameter(), basis: daysParameter() }),
  sql: `
    WITH continuing AS (
      SELECT o.store_id AS store_id
      FROM gold.store_operations AS o
      WHERE inScope(o.store_id)
        AND (inDays(o.business_date, period) OR inDays(o.business_date, basis))
      GROUP BY o.store_id
      HAVING SUM(CASE WHEN inDays(o.business_date, period) THEN o.transactions ELSE 0 END) > 0
        AND SUM(CASE WHEN inDays(o.business_date, basis) THEN o.transactions ELSE 0 END) > 0
    ), sold AS (
      SELECT
        d.product_id AS product_id,
        SUM(CASE WHEN inDays(d.business_date, period) THEN d.net_sales ELSE 0 END) AS net_sales,
        SUM(CASE WHEN inDays(d.business_date, period) THEN CAST(d.units AS bigint) ELSE 0 END) AS units,
        SUM(CASE WHEN inDays(d.business_date, basis) THEN d.net_sales ELSE 0 END) AS basis_net_sales,
        SUM(CASE WHEN inDays(d.business_date, basis) THEN CAST(d.units AS bigint) ELSE 0 END) AS basis_units
      FROM gold.sales_daily AS d
      INNER JOIN continuing AS c ON c.store_id = d.store_id
      WHERE inScope(d.store_id)
        AND (inDays(d.business_date, period) OR inDays(d.business_date, basis))
      GROUP BY d.product_id
    ), priced AS (
      SELECT
        s.net_sales AS net_sales,
        s.basis_net_sales AS basis_net_sales,
        s.units AS units,
        s.basis_units AS basis_units,
        s.units * CAST(s.basis_net_sales / s.basis_units AS decimal(18,6)) AS units_at_basis_prices,
        s.basis_units * CAST(s.net_sales / s.units AS decimal(18,6)) AS basis_units_at_prices
      FROM sold AS s
      WHERE s.units > 0 AND s.basis_units > 0
    )
    SELECT
      CAST(SUM(priced.net_sales) * 100 AS bigint) AS netSales,
      CAST(SUM(priced.basis_net_sales) * 100 AS bigint) AS basisNetSales,
      CAST(SUM(priced.units) AS bigint) AS units,
      CAST(SUM(priced.basis_units) AS bigint) AS basisUnits,
      CAST(SUM(priced.units_at_basis_prices) * 100 AS bigint) AS unitsAtBasisPrices,
      CAST(SUM(priced.basis_units_at_prices) * 100 AS bigint) AS basisUnitsAtPrices
    FROM priced
    HAVING COUNT(*) > 0`,
  row: z.object({
    netSales: moneyColumn(),
    basisNetSales: moneyColumn(),
    units: countColumn(),
    basisUnits: countColumn(),
    unitsAtBasisPrices: moneyColumn(),
    basisUnitsAtPrices: moneyColumn(),
  }) satisfies z.ZodType<PriceAndVolume>,
});

/** What sold in a period and in its basis, in stores that traded in both; null where no product sold in both. */
export async function getPriceAndVolume(
  days: { readonly period: readonly Period[]; readonly basis: readonly Period[] },
  scope: RowScope,
): Promise<{ readonly sold: PriceAndVolume | null; readonly stale: Staleness | null }> {
  const { rows, stale } = await askSold(days, scope);
  return { sold: rows[0] ?? null, stale };
}
