import 'server-only';
import { z } from 'zod';
import type { StockClass } from '#lib/stock-health.ts';
import { countColumn, estimateColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';

/** Products in stores by what they earn (ABC) and how steadily they are wanted (XYZ). */
export const listStockClasses = goldQuery({
  name: 'inventory.list-stock-classes',
  params: z.strictObject({}),
  sql: `
    SELECT
      r.abc_class AS abc,
      r.xyz_class AS xyz,
      COUNT(*) AS products,
      SUM(r.demand_30_days) AS demand30Days
    FROM gold.replenishment AS r
    WHERE inScope(r.store_id)
      AND r.order_reason <> 'store_closed'
    GROUP BY r.abc_class, r.xyz_class
    ORDER BY r.abc_class, r.xyz_class`,
  row: z.object({
    abc: textColumn(),
    xyz: textColumn(),
    products: countColumn(),
    demand30Days: estimateColumn(),
  }) satisfies z.ZodType<StockClass>,
});
