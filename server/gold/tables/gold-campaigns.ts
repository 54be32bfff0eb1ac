import type { LakeTable } from '../table.ts';
import * as silver from './campaigns.ts';
import { additive, count, storeId } from './columns.ts';

export const placements = { ...silver.placements, schema: 'gold' } as const satisfies LakeTable;

const { campaign_id: campaignId } = silver.couponCampaigns.columns;

export const couponCampaigns = {
  ...silver.couponCampaigns,
  schema: 'gold',
  columns: {
    ...silver.couponCampaigns.columns,
    coupons: count('Different coupons'),
    products: count('Products that any of them is good for'),
  },
} as const satisfies LakeTable;

export const campaignResponses = {
  schema: 'gold',
  name: 'campaign_responses',
  grain: 'campaign × home store of the customers it was sent to or who answered it',
  label: 'Internal',
  key: ['campaign_id', 'store_id'],
  partitions: [],
  // A customer has one home store; who got two campaigns is in both.
  additivity: additive('customers_mailed', 'customers_redeeming', 'redemptions'),
  columns: {
    campaign_id: campaignId,
    store_id: { ...storeId, meaning: 'Home store of the customers; empty where it is not known' },
    customers_mailed: count('Customers it was sent to'),
    customers_redeeming: count('Customers who handed in a coupon of it, whether it was sent to them or not'),
    redemptions: count('Coupons they handed in'),
  },
} as const satisfies LakeTable;
