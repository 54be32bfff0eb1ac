import 'server-only';
import { z } from 'zod';
import type { OrderLine } from '#lib/order-line.ts';
import { countColumn, dateColumn, estimateColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { intParameter } from '../parameters.ts';

/** What to order now in the stores of the scope, what runs out first first: `top` lines after the place `after`. */
export const listOrderLines = goldQuery({
  name: 'inventory.list-order-lines',
  params: z.strictObject({ after: intParameter(0, 10_000_000), top: intParameter(1, 2_000) }),
  sql: `
    WITH ranked AS (
      SELECT
        r.store_id AS store_id,
        r.product_id AS product_id,
        r.supplier_id AS supplier_id,
        r.order_units AS order_units,
        r.pack_size AS pack_size,
        r.minimum_order AS minimum_order,
        r.available_to_sell AS available_to_sell,
        r.inventory_position AS inventory_position,
        r.reorder_point AS reorder_point,
        r.order_up_to AS order_up_to,
        r.safety_stock AS safety_stock,
        r.demand_rate AS demand_rate,
        r.days_of_cover AS days_of_cover,
        r.projected_stockout_date AS projected_stockout_date,
        r.service_level AS service_level,
        r.review_period_days AS review_period_days,
        r.lead_time_mean AS lead_time_mean,
        r.lead_time_deviation AS lead_time_deviation,
        r.order_reason AS order_reason,
        r.order_units * r.unit_price AS retail_value,
        ROW_NUMBER() OVER (ORDER BY CASE WHEN r.projected_stockout_date IS NULL THEN 1 ELSE 0 END,
          r.projected_stockout_date, r.demand_rate * ISNULL(r.unit_price, 1) DESC, r.store_id, r.product_id) AS position
      FROM gold.replenishment AS r
      WHERE inScope(r.store_id)
        AND r.order_units > 0
    )
    SELECT
      ranked.position AS position,
      ranked.store_id AS storeId,
      ranked.product_id AS productId,
      p.product_name AS productName,
      v.supplier_name AS supplierName,
      ranked.order_units AS orderUnits,
      ranked.pack_size AS packSize,
      ranked.minimum_order AS minimumOrder,
      ranked.available_to_sell AS available,
      ranked.inventory_position AS inventoryPosition,
      ranked.reorder_point AS reorderPoint,
      i.reorder_level AS reorderLevel,
      ranked.order_up_to AS orderUpTo,
      ranked.safety_stock AS safetyStock,
      ranked.demand_rate AS demandRate,
      ranked.days_of_cover AS daysOfCover,
      ranked.projected_stockout_date AS runsOutOn,
      ranked.service_level AS serviceLevel,
      ranked.review_period_days AS reviewPeriodDays,
      ranked.lead_time_mean AS leadTimeMean,
      ranked.lead_time_deviation AS leadTimeDeviation,
      ranked.order_reason AS reason,
      CAST(ranked.retail_value * 100 AS bigint) AS retailValue
    FROM ranked
    INNER JOIN gold.products AS p ON p.product_id = ranked.product_id
    LEFT JOIN gold.supplier_performance AS v ON v.supplier_id = ranked.supplier_id
    LEFT JOIN gold.inventory_positions AS i ON i.store_id = ranked.store_id AND i.product_id = ranked.product_id
      AND inScope(i.store_id)
    WHERE ranked.position > @after AND ranked.position <= CAST(@after AS int) + CAST(@top AS int)
    ORDER BY ranked.position`,
  row: z.object({
    position: countColumn(),
    storeId: textColumn(),
    productId: textColumn(),
    productName: textColumn(),
    supplierName: textColumn().nullable(),
    orderUnits: countColumn(),
    packSize: countColumn(),
    minimumOrder: countColumn(),
    available: countColumn(),
    inventoryPosition: countColumn(),
    reorderPoint: countColumn(),
    reorderLevel: countColumn().nullable(),
    orderUpTo: countColumn(),
    safetyStock: estimateColumn(),
    demandRate: estimateColumn(),
    daysOfCover: estimateColumn().nullable(),
    runsOutOn: dateColumn().nullable(),
    serviceLevel: estimateColumn(),
    reviewPeriodDays: countColumn(),
    leadTimeMean: estimateColumn().nullable(),
    leadTimeDeviation: estimateColumn().nullable(),
    reason: textColumn(),
    retailValue: moneyColumn().nullable(),
  }) satisfies z.ZodType<OrderLine>,
});
