import 'server-only';
import { z } from 'zod';
import type { StockLevels } from '#lib/stock-levels.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { daysParameter, periodParameter } from '../parameters.ts';

/**
 * How well the shelves of every store of the scope were filled in a period and in its basis, and what its stock and its
 * margin were over a year.
 */
export const listStockLevels = goldQuery({
  name: 'stores.list-stock-levels',
  params: z.strictObject({ period: daysParameter(), basis: daysParameter(), year: periodParameter() }),
  addedUp: {
    'gold.stock_levels.ranged_products': 'Product-days, of which those in stock are a share',
    'gold.stock_levels.products_in_stock': 'Product-days, as a share of those ranged',
    'gold.stock_levels.value_at_cost': 'Divided by the number of Saturdays it is summed over',
  },
  sql: `
    WITH held AS (
      SELECT
        s.store_id AS store_id,
        SUM(CASE WHEN s.is_trading = 1 AND inDays(s.snapshot_date, period) THEN CAST(s.ranged_products AS bigint) ELSE 0 END) AS ranged,
        SUM(CASE WHEN s.is_trading = 1 AND inDays(s.snapshot_date, period) THEN CAST(s.products_in_stock AS bigint) ELSE 0 END) AS in_stock,
        SUM(CASE WHEN s.is_trading = 1 AND inDays(s.snapshot_date, basis) THEN CAST(s.ranged_products AS bigint) ELSE 0 END) AS basis_ranged,
        SUM(CASE WHEN s.is_trading = 1 AND inDays(s.snapshot_date, basis) THEN CAST(s.products_in_stock AS bigint) ELSE 0 END) AS basis_in_stock,
        SUM(CASE WHEN s.snapshot_date BETWEEN @yearFrom AND @yearTo
          AND DATEDIFF(day, CAST('2000-01-01' AS date), s.snapshot_date) % 7 = 0 THEN s.value_at_cost END) AS saturday_values,
        SUM(CASE WHEN s.snapshot_date BETWEEN @yearFrom AND @yearTo
          AND DATEDIFF(day, CAST('2000-01-01' AS date), s.snapshot_date) % 7 = 0 AND s.value_at_cost > 0 THEN 1 ELSE 0 END) AS saturdays
      FROM gold.stock_levels AS s
      WHERE inScope(s.store_id)
        AND (s.snapshot_date BETWEEN @yearFrom AND @yearTo OR inDays(s.snapshot_date, period) OR inDays(s.snapshot_date, basis))
      GROUP BY s.store_id
    ), earned AS (
      SELECT
        o.store_id AS store_id,
        SUM(CASE WHEN o.cogs IS NULL THEN 0 ELSE o.net_sales - o.cogs END) AS margin,
        COUNT(CASE WHEN o.cogs IS NOT NULL THEN 1 END) AS costed_days,
        DATEDIFF(day, MIN(CASE WHEN o.transactions > 0 THEN o.business_date END), MAX(CASE WHEN o.transactions > 0 THEN o.business_date END)) + 1 AS days
      FROM gold.store_operations AS o
      WHERE inScope(o.store_id)
        AND o.business_date BETWEEN @yearFrom AND @yearTo
      GROUP BY o.store_id
    )
    SELECT
      held.store_id AS storeId,
      CAST(held.ranged AS bigint) AS ranged,
      CAST(held.in_stock AS bigint) AS inStock,
      CAST(held.basis_ranged AS bigint) AS basisRanged,
      CAST(held.basis_in_stock AS bigint) AS basisInStock,
      CAST(CASE WHEN held.saturdays > 0 THEN held.saturday_values / held.saturdays END * 100 AS bigint) AS averageStock,
      CAST(CASE WHEN earned.costed_days > 0 THEN earned.margin END * 100 AS bigint) AS margin,
      CAST(ISNULL(earned.days, 0) AS bigint) AS marginDays
    FROM held
    LEFT JOIN earned ON earned.store_id = held.store_id
    ORDER BY held.store_id`,
  row: z.object({
    storeId: textColumn(),
    ranged: countColumn(),
    inStock: countColumn(),
    basisRanged: countColumn(),
    basisInStock: countColumn(),
    averageStock: moneyColumn().nullable(),
    margin: moneyColumn().nullable(),
    marginDays: countColumn(),
  }) satisfies z.ZodType<StockLevels>,
});
