import type { BusinessDate } from './business-date.ts';
import type { TableColumn } from './table-column.ts';

/** A campaign that sent coupons, and what came of it with the customers at home in some stores, over all its days. */
export interface CouponCampaign {
  readonly campaignId: string;
  /** Kind of campaign, in the source's words. */
  readonly campaignType: string | null;
  /** Null where the source tells of its coupons alone. */
  readonly fromDate: BusinessDate | null;
  readonly toDate: BusinessDate | null;
  readonly coupons: number;
  readonly products: number;
  readonly customersMailed: number;
  readonly customersRedeeming: number;
  readonly redemptions: number;
}

export interface CampaignRow extends CouponCampaign {
  /** Customers who used a coupon of it per customer it was sent to; null where it is not known to have been sent. */
  readonly redemptionRate: number | null;
}

export const CAMPAIGN_COLUMNS: readonly TableColumn<CampaignRow>[] = [
  { id: 'campaignId', title: 'Campaign', kind: 'text', detail: 'campaignType' },
  { id: 'fromDate', title: 'From', kind: 'day', wide: true },
  { id: 'toDate', title: 'To', kind: 'day', wide: true },
  { id: 'coupons', title: 'Kinds of coupon', kind: 'count', optional: true },
  { id: 'products', title: 'Products', kind: 'count', optional: true },
  { id: 'customersMailed', title: 'Sent to', kind: 'count' },
  { id: 'customersRedeeming', title: 'Used by', kind: 'count', wide: true },
  { id: 'redemptionRate', title: 'Redemption rate', kind: 'rate' },
  { id: 'redemptions', title: 'Coupons used', kind: 'count', optional: true },
];

export function campaignRows(campaigns: readonly CouponCampaign[]): CampaignRow[] {
  return campaigns.map((row) => ({
    ...row,
    redemptionRate: row.customersMailed === 0 ? null : row.customersRedeeming / row.customersMailed,
  }));
}
