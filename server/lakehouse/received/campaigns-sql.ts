import type { Source } from '../source.ts';
import type { SourceDeclaration } from './declaration.ts';
import { type List, reading, rowsSql } from './listed.ts';

type Records = NonNullable<Source['records']>;

/** The lists of campaigns, of their coupons, of whom they were sent to and of what came back. */
export function campaignLists(declaration: SourceDeclaration): Partial<Record<keyof Records, List>> {
  const { campaigns } = declaration;
  if (!campaigns) return {};
  const { coupons, customers, redemptions } = campaigns;
  const [sent, printed] = [reading(campaigns, declaration), reading(coupons, declaration)];
  const [posted, back] = [reading(customers, declaration), reading(redemptions, declaration)];
  return {
    couponCampaigns: {
      table: campaigns.table,
      said: {
        campaign_id: sent.code(campaigns.id),
        from_date: sent.day(campaigns.from),
        to_date: sent.day(campaigns.to),
      },
      key: ['campaign_id'],
    },
    coupons: {
      table: coupons.table,
      said: {
        campaign_id: printed.code(coupons.campaign),
        coupon_id: printed.code(coupons.coupon),
        product_id: printed.product(coupons.product),
      },
    },
    campaignCustomers: {
      table: customers.table,
      said: {
        campaign_id: posted.code(customers.campaign),
        customer_id: posted.customer(customers.customer),
      },
    },
    couponRedemptions: {
      table: redemptions.table,
      said: {
        campaign_id: back.code(redemptions.campaign),
        coupon_id: back.code(redemptions.coupon),
        customer_id: back.customer(redemptions.customer),
        redeemed_on: back.day(redemptions.day),
      },
    },
  };
}

/** SELECTs of those lists, each row once. */
export function campaignRecords(declaration: SourceDeclaration): Records {
  const { campaigns, tables } = declaration;
  const type = campaigns?.type
    ? { campaign_type: reading(campaigns, declaration).words(campaigns.type) }
    : undefined;
  const selects = Object.entries(campaignLists(declaration)).map(([name, list]) => [
    name,
    rowsSql(list, tables, name === 'couponCampaigns' ? type : undefined),
  ]);
  return Object.fromEntries(selects);
}
