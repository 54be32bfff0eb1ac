import 'server-only';
import { z } from 'zod';
import type { TierFigures } from '#lib/customers.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';

/** Customers by the tier they have in the loyalty scheme, with all their sales so far and the points they hold. */
export const listTiers = goldQuery({
  name: 'customers.list-tiers',
  params: z.strictObject({}),
  sql: `
    SELECT
      c.loyalty_tier AS loyaltyTier,
      CAST(COUNT(*) AS bigint) AS customers,
      CAST(SUM(CAST(c.points_balance AS bigint)) AS bigint) AS points,
      CAST(SUM(c.net_sales) * 100 AS bigint) AS netSales,
      CAST(SUM(CAST(c.transactions AS bigint)) AS bigint) AS orders
    FROM gold.customer_360 AS c
    WHERE inScope(c.store_id)
    GROUP BY c.loyalty_tier
    ORDER BY SUM(c.net_sales) DESC, c.loyalty_tier`,
  row: z.object({
    loyaltyTier: textColumn().nullable(),
    customers: countColumn(),
    points: countColumn(),
    netSales: moneyColumn(),
    orders: countColumn(),
  }) satisfies z.ZodType<TierFigures>,
});
