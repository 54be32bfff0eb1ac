import 'server-only';
import { z } from 'zod';
import type { CategoryStock } from '#lib/stock-health.ts';
import { countColumn, estimateColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';

/** How the stock of each category in each store of the scope stands to what is expected of it. */
export const listCategoryStock = goldQuery({
  name: 'inventory.list-category-stock',
  params: z.strictObject({}),
  sql: `
    SELECT
      r.store_id AS storeId,
      t.store_name AS storeName,
      ISNULL(p.category, N'') AS category,
      COUNT(*) AS products,
      SUM(CASE WHEN r.stock_state = 'out' THEN 1 ELSE 0 END) AS outProducts,
      SUM(CASE WHEN r.stock_state = 'low' THEN 1 ELSE 0 END) AS lowProducts,
      SUM(CASE WHEN r.stock_state = 'over' THEN 1 ELSE 0 END) AS overProducts,
      SUM(CASE WHEN r.stock_state = 'dead' THEN 1 ELSE 0 END) AS deadProducts,
      SUM(CAST(r.available_to_sell AS bigint)) AS available,
      SUM(r.demand_rate) AS demandRate,
      SUM(CAST(r.excess_units AS bigint)) AS excessUnits,
      SUM(CASE WHEN r.order_units > 0 THEN 1 ELSE 0 END) AS orderLines,
      SUM(CAST(r.order_units AS bigint)) AS orderUnits,
      SUM(CAST(r.units_sold_28_days AS bigint)) AS soldUnits,
      SUM(CAST(r.opening_units_28_days AS bigint)) AS openingUnits,
      SUM(CAST(r.received_units_28_days AS bigint)) AS receivedUnits,
      CAST(SUM(r.lost_sales_28_days) * 100 AS bigint) AS lostSales
    FROM gold.replenishment AS r
    INNER JOIN gold.stores AS t ON t.store_id = r.store_id
    LEFT JOIN gold.products AS p ON p.product_id = r.product_id
    WHERE inScope(r.store_id)
      AND r.order_reason <> 'store_closed'
    GROUP BY r.store_id, t.store_name, ISNULL(p.category, N'')
    ORDER BY r.store_id, ISNULL(p.category, N'')`,
  row: z.object({
    storeId: textColumn(),
    storeName: textColumn(),
    category: textColumn(),
    products: countColumn(),
    outProducts: countColumn(),
    lowProducts: countColumn(),
    overProducts: countColumn(),
    deadProducts: countColumn(),
    available: countColumn(),
    demandRate: estimateColumn(),
    excessUnits: countColumn(),
    orderLines: countColumn(),
    orderUnits: countColumn(),
    soldUnits: countColumn(),
    openingUnits: countColumn(),
    receivedUnits: countColumn(),
    lostSales: moneyColumn(),
  }) satisfies z.ZodType<CategoryStock>,
});
