import 'server-only';
import { z } from 'zod';
import type { ShelfProduct } from '#lib/stock-floor.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';

/** The products on the shelves of one store or a few at the last close, the most sold first; a page of rows at most. */
export const listShelf = goldQuery({
  name: 'today.list-shelf',
  params: z.strictObject({}),
  sql: `
    SELECT
      i.store_id AS storeId,
      i.product_id AS productId,
      p.product_name AS productName,
      ISNULL(p.category, 'Other') AS category,
      i.on_hand AS onHand,
      i.on_order AS onOrder,
      i.units_sold_28_days AS sold,
      i.days_in_stock_28_days AS daysInStock,
      DATEDIFF(day, i.last_sold_date, i.as_of_date) AS idleDays,
      CAST(p.regular_price * 100 AS bigint) AS price,
      ISNULL(v.agreed_lead_time_days, 7) AS leadTimeDays
    FROM gold.inventory_positions AS i
    INNER JOIN gold.products AS p ON p.product_id = i.product_id
    LEFT JOIN gold.supplier_performance AS v ON v.supplier_id = p.supplier_id
    WHERE inScope(i.store_id)
    ORDER BY i.units_sold_28_days DESC, i.store_id, i.product_id`,
  row: z.object({
    storeId: textColumn(),
    productId: textColumn(),
    productName: textColumn(),
    category: textColumn(),
    onHand: countColumn(),
    onOrder: countColumn(),
    sold: countColumn(),
    daysInStock: countColumn(),
    idleDays: countColumn().nullable(),
    price: moneyColumn().transform(Number).nullable(),
    leadTimeDays: countColumn(),
  }) satisfies z.ZodType<ShelfProduct & { storeId: string }>,
});
