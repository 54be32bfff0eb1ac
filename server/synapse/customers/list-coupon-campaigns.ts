import 'server-only';
import { z } from 'zod';
import type { CouponCampaign } from '#lib/coupon-campaigns.ts';
import { countColumn, dateColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';

/** Campaigns that went to customers at home in the stores of the scope, the latest first, with what came of them there. */
export const listCouponCampaigns = goldQuery({
  name: 'customers.list-coupon-campaigns',
  params: z.strictObject({}),
  sql: `
    SELECT
      c.campaign_id AS campaignId,
      c.campaign_type AS campaignType,
      c.from_date AS fromDate,
      c.to_date AS toDate,
      c.coupons AS coupons,
      c.products AS products,
      CAST(SUM(CAST(r.customers_mailed AS bigint)) AS bigint) AS customersMailed,
      CAST(SUM(CAST(r.customers_redeeming AS bigint)) AS bigint) AS customersRedeeming,
      CAST(SUM(CAST(r.redemptions AS bigint)) AS bigint) AS redemptions
    FROM gold.campaign_responses AS r
    INNER JOIN gold.coupon_campaigns AS c ON c.campaign_id = r.campaign_id
    WHERE inScope(r.store_id)
    GROUP BY c.campaign_id, c.campaign_type, c.from_date, c.to_date, c.coupons, c.products
    ORDER BY c.from_date DESC, c.campaign_id`,
  row: z.object({
    campaignId: textColumn(),
    campaignType: textColumn().nullable(),
    fromDate: dateColumn(),
    toDate: dateColumn(),
    coupons: countColumn(),
    products: countColumn(),
    customersMailed: countColumn(),
    customersRedeeming: countColumn(),
    redemptions: countColumn(),
  }) satisfies z.ZodType<CouponCampaign>,
});
