import 'server-only';
import { z } from 'zod';
import { isCustomerSegment } from '#lib/customer-segment.ts';
import type { CustomerLine } from '#lib/customers.ts';
import { countColumn, estimateColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { amountParameter, intParameter, textParameter } from '../parameters.ts';

export const CUSTOMERS_A_PAGE = 50;

/**
 * The next `top` customers after a place in the list, of one segment or of `all`. The list goes by net sales of 364 days, so
 * a page is found by where the last one ended: no page costs more than the first.
 */
export const listCustomers = goldQuery({
  name: 'customers.list-customers',
  params: z.strictObject({
    segment: textParameter(24),
    afterSales: amountParameter(),
    afterKey: intParameter(0, 999_999_999),
    top: intParameter(1, 1_000),
  }),
  sql: `
    WITH page AS (
      SELECT TOP (@top)
        p.customer_key AS customer_key,
        p.store_id AS store_id,
        p.segment AS segment,
        p.recency_days AS recency_days,
        p.frequency AS frequency,
        p.monetary AS monetary,
        p.churn_probability AS churn_probability
      FROM gold.customer_predictions AS p
      WHERE inScope(p.store_id)
        AND (@segment = 'all' OR p.segment = @segment)
        AND p.monetary * 100 <= @afterSales
        AND (p.monetary * 100 < @afterSales OR p.customer_key > @afterKey)
      ORDER BY p.monetary DESC, p.customer_key
    )
    SELECT
      page.customer_key AS customerKey,
      n.loyalty_number AS loyaltyNumber,
      page.store_id AS storeId,
      c.loyalty_tier AS loyaltyTier,
      page.segment AS segment,
      page.recency_days AS recencyDays,
      page.frequency AS orders,
      CAST(page.monetary * 100 AS bigint) AS netSales,
      page.churn_probability AS churnProbability
    FROM page
    LEFT JOIN gold.customer_numbers AS n ON n.customer_key = page.customer_key AND inScope(n.store_id)
    LEFT JOIN gold.customer_360 AS c ON c.customer_key = page.customer_key AND inScope(c.store_id)
    ORDER BY page.monetary DESC, page.customer_key`,
  row: z.object({
    customerKey: countColumn(),
    loyaltyNumber: textColumn().nullable(),
    storeId: textColumn().nullable(),
    loyaltyTier: textColumn().nullable(),
    segment: z.string().refine(isCustomerSegment),
    recencyDays: countColumn(),
    orders: countColumn(),
    netSales: moneyColumn(),
    churnProbability: estimateColumn().nullable(),
  }) satisfies z.ZodType<CustomerLine>,
});
