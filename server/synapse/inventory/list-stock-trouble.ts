import 'server-only';
import { z } from 'zod';
import type { StockTrouble } from '#lib/stock-trouble.ts';
import { countColumn, dateColumn, estimateColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { intParameter } from '../parameters.ts';

const row = z.object({
  place: textColumn(),
  storeId: textColumn(),
  productId: textColumn(),
  productName: textColumn(),
  available: countColumn(),
  demandRate: estimateColumn(),
  daysOfCover: estimateColumn().nullable(),
  runsOutOn: dateColumn().nullable(),
  lastSoldOn: dateColumn().nullable(),
  emptyDays: countColumn(),
  lostUnits: estimateColumn(),
  lostSales: moneyColumn(),
  excessUnits: countColumn(),
  excessValue: moneyColumn().nullable(),
  phantomScore: estimateColumn(),
  abc: textColumn(),
  xyz: textColumn(),
}) satisfies z.ZodType<StockTrouble>;

/** The `top` products in stores of the scope that a condition holds of, in an order of their own. */
const trouble = (name: string, condition: string, order: string) =>
  goldQuery({
    name,
    params: z.strictObject({ top: intParameter(1, 500) }),
    sql: `
    SELECT TOP (@top)
      CONCAT(r.store_id, ' ', r.product_id) AS place,
      r.store_id AS storeId,
      r.product_id AS productId,
      p.product_name AS productName,
      r.available_to_sell AS available,
      r.demand_rate AS demandRate,
      r.days_of_cover AS daysOfCover,
      r.projected_stockout_date AS runsOutOn,
      r.last_sold_date AS lastSoldOn,
      r.empty_days_28_days AS emptyDays,
      r.lost_units_28_days AS lostUnits,
      CAST(r.lost_sales_28_days * 100 AS bigint) AS lostSales,
      r.excess_units AS excessUnits,
      CAST(r.excess_units * r.unit_price * 100 AS bigint) AS excessValue,
      r.phantom_score AS phantomScore,
      r.abc_class AS abc,
      r.xyz_class AS xyz
    FROM gold.replenishment AS r
    INNER JOIN gold.products AS p ON p.product_id = r.product_id
    WHERE inScope(r.store_id)
      AND r.order_reason <> 'store_closed'
      AND ${condition}
    ORDER BY ${order}, r.store_id, r.product_id`,
    row,
  });

/** Empty shelves, those first that cost most sales in the last 28 days. */
export const listStockouts = trouble(
  'inventory.list-stockouts',
  "r.stock_state = 'out'",
  'r.lost_sales_28_days DESC',
);

/** Stock that lasts far too long or does not sell at all, dearest first. */
export const listExcessStock = trouble(
  'inventory.list-excess-stock',
  'r.excess_units > 0',
  'r.excess_units * ISNULL(r.unit_price, 0) DESC',
);

/** Stock that is probably on record alone, those first that cost most a day. */
export const listPhantomStock = trouble(
  'inventory.list-phantom-stock',
  'r.phantom_score >= 0.5',
  'r.phantom_score * r.demand_rate * ISNULL(r.unit_price, 1) DESC',
);
