import type { LakeTable } from '../table.ts';
import { customerId, day, productId, storeId, unknownable } from './columns.ts';

const campaignId = { sqlType: 'varchar(32)', meaning: 'Coupon campaign' } as const;
const couponId = { sqlType: 'varchar(32)', meaning: 'Coupon, as printed' } as const;

/** What a store pointed at: features and displays, as the trade calls them. No price need be lower for it. */
export const placements = {
  schema: 'silver',
  name: 'placements',
  grain: 'store × product × place in the mailer and on display × first day there',
  label: 'Internal',
  key: ['store_id', 'product_id', 'mailer_location', 'display_location', 'from_date'],
  partitions: [],
  columns: {
    store_id: storeId,
    product_id: productId,
    from_date: day('First day'),
    to_date: day('Last day'),
    mailer_location: {
      sqlType: 'nvarchar(200)',
      meaning: 'Where in the mailer; empty where it was not in it',
    },
    display_location: {
      sqlType: 'nvarchar(200)',
      meaning: 'Where it was on display beside its shelf; empty where it was not',
    },
  },
} as const satisfies LakeTable;

export const couponCampaigns = {
  schema: 'silver',
  name: 'coupon_campaigns',
  grain: 'campaign that sends coupons to customers',
  label: 'Internal',
  key: ['campaign_id'],
  partitions: [],
  columns: {
    campaign_id: campaignId,
    campaign_type: unknownable({ sqlType: 'nvarchar(200)', meaning: 'Kind of campaign, as the source says' }),
    from_date: day('First day its coupons are good'),
    to_date: day('Last day'),
  },
} as const satisfies LakeTable;

export const coupons = {
  schema: 'silver',
  name: 'coupons',
  grain: 'campaign × coupon × product it is good for',
  label: 'Internal',
  key: ['campaign_id', 'coupon_id', 'product_id'],
  partitions: [],
  columns: { campaign_id: campaignId, coupon_id: couponId, product_id: productId },
} as const satisfies LakeTable;

export const campaignCustomers = {
  schema: 'silver',
  name: 'campaign_customers',
  grain: 'campaign × customer it was sent to',
  label: 'Confidential - PII',
  key: ['campaign_id', 'customer_id'],
  partitions: [],
  columns: { campaign_id: campaignId, customer_id: customerId },
} as const satisfies LakeTable;

export const couponRedemptions = {
  schema: 'silver',
  name: 'coupon_redemptions',
  grain: 'campaign × coupon × customer × day it was redeemed',
  label: 'Confidential - PII',
  key: ['campaign_id', 'coupon_id', 'customer_id', 'redeemed_on'],
  partitions: [],
  columns: {
    campaign_id: campaignId,
    coupon_id: couponId,
    customer_id: customerId,
    redeemed_on: day('When the customer handed it in'),
  },
} as const satisfies LakeTable;
