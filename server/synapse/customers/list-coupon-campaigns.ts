import 'server-only';
import { z } from 'zod';
import type { CouponCampaign } from '#lib/coupon-campaigns.ts';
import { countColumn, dateColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';

/**
 * Campaigns that went to customers at home in the stores of the scope, or were answered by them, the latest first; those
 * of which only answers are known have no days.
 */
export const listCouponCampaigns = goldQuery({
  name: 'customers.list-coupon-campaigns',
  params: z.strictObject({}),
  sql: `
    SELECT
      r.campaign_id AS campaignId,
      c.campaign_type AS campaignType,
      c.from_date AS fromDate,
      c.to_date AS toDate,
      ISNULL(c.coupons, 0) AS coupons,
      ISNULL(c.products, 0) AS products,
      CAST(SUM(CAST(r.customers_mailed AS bigint)) AS bigint) AS customersMailed,
      CAST(SUM(CAST(r.customers_redeeming AS bigint)) AS bigint) AS customersRedeeming,
      CAST(SUM(CAST(r.redemptions AS bigint)) AS bigint) AS redemptions
    FROM gold.campaign_responses AS r
    LEFT JOIN gold.coupon_campaigns AS c ON c.campaign_id = r.campaign_id
    WHERE inScope(r.store_id)
    GROUP BY r.campaign_id, c.campaign_type, c.from_date, c.to_date, c.coupons, c.products
    ORDER BY c.from_date DESC, r.campaign_id`,
  row: z.object({
    campaignId: textColumn(),
    campaignType: textColumn().nullable(),
    fromDate: dateColumn().nullable(),
    toDate: dateColumn().nullable(),
    coupons: countColumn(),
    products: countColumn(),
    customersMailed: countColumn(),
    customersRedeeming: countColumn(),
    redemptions: countColumn(),
  }) satisfies z.ZodType<CouponCampaign>,
});
