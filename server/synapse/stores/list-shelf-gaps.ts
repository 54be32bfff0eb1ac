import 'server-only';
import { z } from 'zod';
import type { ShelfGap } from '#lib/store-day.ts';
import { countColumn, dateColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { intParameter } from '../parameters.ts';

/** Products without a unit on hand at the last close, over the stores of the scope: what sold best in 28 days first. */
export const listShelfGaps = goldQuery({
  name: 'stores.list-shelf-gaps',
  params: z.strictObject({ top: intParameter(1, 200) }),
  addedUp: {
    'gold.inventory_positions.days_in_stock_28_days': 'Store-days of one product',
  },
  sql: `
    WITH gaps AS (
      SELECT
        i.product_id AS product_id,
        SUM(CAST(i.on_order AS bigint)) AS on_order,
        SUM(CAST(i.units_sold_28_days AS bigint)) AS sold,
        SUM(CAST(i.days_in_stock_28_days AS bigint)) AS days,
        MAX(i.last_sold_date) AS last_sold,
        ROW_NUMBER() OVER (ORDER BY SUM(CAST(i.units_sold_28_days AS bigint)) DESC, i.product_id) AS position
      FROM gold.inventory_positions AS i
      WHERE inScope(i.store_id)
        AND i.on_hand <= 0
      GROUP BY i.product_id
    )
    SELECT
      g.product_id AS productId,
      p.product_name AS productName,
      CAST(g.on_order AS bigint) AS onOrder,
      CAST(g.sold AS bigint) AS unitsSold,
      CAST(g.days AS bigint) AS daysInStock,
      g.last_sold AS lastSoldOn
    FROM gaps AS g
    INNER JOIN gold.products AS p ON p.product_id = g.product_id
    WHERE g.position <= @top
    ORDER BY g.position`,
  row: z.object({
    productId: textColumn(),
    productName: textColumn(),
    onOrder: countColumn(),
    unitsSold: countColumn(),
    daysInStock: countColumn(),
    lastSoldOn: dateColumn().nullable(),
  }) satisfies z.ZodType<ShelfGap>,
});
