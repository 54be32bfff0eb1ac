import 'server-only';
import { z } from 'zod';
import { isCustomerSegment } from '#lib/customer-segment.ts';
import type { CustomerClv, CustomerPrediction, CustomerProfile } from '#lib/customers.ts';
import { countColumn, dateColumn, estimateColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery, ONE_CUSTOMER } from '../gold-query.ts';

/** One customer of the scope as known by number; no row where there is none, or not of the scope. */
export const getCustomer = goldQuery({
  name: 'customers.get-customer',
  params: ONE_CUSTOMER,
  sql: `
    SELECT
      c.customer_key AS customerKey,
      n.loyalty_number AS loyaltyNumber,
      c.store_id AS storeId,
      t.store_name AS storeName,
      c.joined_on AS joinedOn,
      c.loyalty_tier AS loyaltyTier,
      CAST(c.net_sales * 100 AS bigint) AS historicalNetSales,
      CAST(c.returns * 100 AS bigint) AS returns,
      c.transactions AS orders,
      c.store_transactions AS storeOrders,
      c.online_transactions AS onlineOrders,
      c.last_purchase_date AS lastPurchaseDate,
      c.points_balance AS pointsBalance
    FROM gold.customer_360 AS c
    LEFT JOIN gold.customer_numbers AS n ON n.customer_key = c.customer_key AND inScope(n.store_id)
    LEFT JOIN gold.stores AS t ON t.store_id = c.store_id
    WHERE c.customer_key = @customerKey AND inScope(c.store_id)`,
  row: z.object({
    customerKey: countColumn(),
    loyaltyNumber: textColumn().nullable(),
    storeId: textColumn().nullable(),
    storeName: textColumn().nullable(),
    joinedOn: dateColumn(),
    loyaltyTier: textColumn().nullable(),
    historicalNetSales: moneyColumn(),
    returns: moneyColumn(),
    orders: countColumn(),
    storeOrders: countColumn(),
    onlineOrders: countColumn(),
    lastPurchaseDate: dateColumn().nullable(),
    pointsBalance: countColumn(),
  }) satisfies z.ZodType<CustomerProfile>,
});

const segment = z.string().refine(isCustomerSegment);

/** What the models say of one customer; no row for who never bought. */
export const getCustomerPrediction = goldQuery({
  name: 'customers.get-customer-prediction',
  params: ONE_CUSTOMER,
  sql: `
    SELECT
      p.segment AS segment,
      p.segment_before AS segmentBefore,
      p.recency_days AS recencyDays,
      p.recency_score AS recencyScore,
      p.frequency_score AS frequencyScore,
      p.monetary_score AS monetaryScore,
      p.churn_probability AS churnProbability,
      p.expected_purchases AS expectedPurchases,
      p.purchases_low AS purchasesLow,
      p.purchases_high AS purchasesHigh,
      CAST(p.predicted_sales * 100 AS bigint) AS predictedSales,
      CAST(p.predicted_sales_low * 100 AS bigint) AS salesLow,
      CAST(p.predicted_sales_high * 100 AS bigint) AS salesHigh,
      p.evidence AS evidence
    FROM gold.customer_predictions AS p
    WHERE p.customer_key = @customerKey AND inScope(p.store_id)`,
  row: z.object({
    segment,
    segmentBefore: segment.nullable(),
    recencyDays: countColumn(),
    recencyScore: countColumn().nullable(),
    frequencyScore: countColumn().nullable(),
    monetaryScore: countColumn().nullable(),
    churnProbability: estimateColumn().nullable(),
    expectedPurchases: estimateColumn().nullable(),
    purchasesLow: countColumn().nullable(),
    purchasesHigh: countColumn().nullable(),
    predictedSales: moneyColumn().nullable(),
    salesLow: moneyColumn().nullable(),
    salesHigh: moneyColumn().nullable(),
    evidence: textColumn(),
  }) satisfies z.ZodType<CustomerPrediction>,
});

/** The margin expected of one customer: for roles that may see margins, which the caller has proved. */
export const getCustomerClv = goldQuery({
  name: 'customers.get-customer-clv',
  params: ONE_CUSTOMER,
  sql: `
    SELECT
      CAST(p.predicted_clv * 100 AS bigint) AS predictedClv,
      CAST(p.predicted_clv_low * 100 AS bigint) AS clvLow,
      CAST(p.predicted_clv_high * 100 AS bigint) AS clvHigh
    FROM gold.customer_predictions AS p
    WHERE p.customer_key = @customerKey AND inScope(p.store_id)`,
  row: z.object({
    predictedClv: moneyColumn().nullable(),
    clvLow: moneyColumn().nullable(),
    clvHigh: moneyColumn().nullable(),
  }) satisfies z.ZodType<CustomerClv>,
});
