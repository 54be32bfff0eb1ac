import 'server-only';
import { z } from 'zod';
import type { ProductStock } from '#lib/stock-health.ts';
import { countColumn, dateColumn, estimateColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { textParameter } from '../parameters.ts';

/** The products of one category in each store of the scope, by store and product. */
export const listProductStock = goldQuery({
  name: 'inventory.list-product-stock',
  params: z.strictObject({ category: textParameter(100) }),
  sql: `
    SELECT
      r.store_id AS storeId,
      t.store_name AS storeName,
      r.product_id AS productId,
      p.product_name AS productName,
      r.available_to_sell AS available,
      r.demand_rate AS demandRate,
      r.days_of_cover AS daysOfCover,
      r.stock_state AS state,
      r.projected_stockout_date AS runsOutOn
    FROM gold.replenishment AS r
    INNER JOIN gold.stores AS t ON t.store_id = r.store_id
    INNER JOIN gold.products AS p ON p.product_id = r.product_id
    WHERE inScope(r.store_id)
      AND r.order_reason <> 'store_closed'
      AND ISNULL(p.category, N'') = @category
    ORDER BY r.store_id, r.product_id`,
  row: z.object({
    storeId: textColumn(),
    storeName: textColumn(),
    productId: textColumn(),
    productName: textColumn(),
    available: countColumn(),
    demandRate: estimateColumn(),
    daysOfCover: estimateColumn().nullable(),
    state: textColumn(),
    runsOutOn: dateColumn().nullable(),
  }) satisfies z.ZodType<ProductStock>,
});
