import { declareSource } from '../received/declaration.ts';

/**
 * 84.51° Complete Journey 2.0, a sample of a grocery chain's 2017: households, many stores, loyalty prices. By its
 * documentation `sales_value` is what the retailer received for the line: loyalty (`retail_disc`) and coupon-match
 * (`coupon_match_disc`) reductions are the retailer's own and already off it; `coupon_disc` is paid back by the
 * manufacturer, so it reduces what the household paid and not what the retailer sold.
 */
export const COMPLETE_JOURNEY = declareSource({
  name: 'complete-journey',
  title: 'The Complete Journey',
  currency: 'USD',
  timeZone: 'America/New_York',
  tables: {
    transactions: {
      files: 'transactions*.csv*',
      columns: [
        'household_id',
        'store_id',
        'basket_id',
        'product_id',
        'quantity',
        'sales_value',
        'retail_disc',
        'coupon_disc',
        'coupon_match_disc',
        'week',
        'transaction_timestamp',
      ],
    },
    products: {
      files: 'products*.csv*',
      columns: [
        'product_id',
        'manufacturer_id',
        'department',
        'brand',
        'product_category',
        'product_type',
        'package_size',
      ],
    },
    placements: {
      files: 'promotions*.csv*',
      columns: ['product_id', 'store_id', 'display_location', 'mailer_location', 'week'],
      optional: true,
    },
    campaigns: {
      files: 'campaign_descriptions*.csv*',
      columns: ['campaign_id', 'campaign_type', 'start_date', 'end_date'],
      optional: true,
    },
    campaign_customers: {
      files: 'campaigns*.csv*',
      columns: ['campaign_id', 'household_id'],
      optional: true,
    },
    coupons: {
      files: 'coupons*.csv*',
      columns: ['coupon_upc', 'product_id', 'campaign_id'],
      optional: true,
    },
    coupon_redemptions: {
      files: 'coupon_redemptions*.csv*',
      columns: ['household_id', 'coupon_upc', 'campaign_id', 'redemption_date'],
      optional: true,
    },
  },
  unused: { 'demographics.csv.gz': 'what a household tells about itself is not modelled' },
  lines: {
    table: 'transactions',
    lookups: [{ table: 'products', by: { product_id: 'product_id' } }],
    transaction: 'basket_id',
    store: 'store_id',
    channel: 'store',
    country: { always: 'United States' },
    time: { column: 'transaction_timestamp', format: '%Y-%m-%dT%H:%M:%SZ', zone: 'UTC' },
    product: 'product_id',
    description: { join: ['products.product_type', 'products.package_size'] },
    customer: 'household_id',
    quantity: 'quantity',
    // Fuel comes in thousandths of a gallon, up to 32,623 a line.
    measured: { column: 'products.product_type', is: ['GASOLINE-REG UNLEADED'] },
    price: { line: ['sales_value', 'retail_disc', 'coupon_match_disc'] },
    discount: { amounts: ['retail_disc', 'coupon_match_disc'] },
  },
  products: {
    table: 'products',
    id: 'product_id',
    name: { join: ['product_type', 'package_size'] },
    category: 'product_category',
  },
  placements: {
    table: 'placements',
    store: 'store_id',
    product: 'product_id',
    // Weeks end on Sundays; the first is one day of the year.
    days: { week: 'week', firstBegins: '2016-12-26' },
    mailer: {
      column: 'mailer_location',
      none: ['0'],
      called: {
        A: 'Interior page feature',
        C: 'Interior page line item',
        D: 'Front page feature',
        F: 'Back page feature',
        H: 'Wrap front feature',
        J: 'Wrap interior coupon',
        L: 'Wrap back feature',
        P: 'Interior page coupon',
        X: 'Free on interior page',
        Z: 'Free on front page, back page or wrap',
      },
    },
    display: {
      column: 'display_location',
      none: ['0'],
      called: {
        1: 'Store front',
        2: 'Store rear',
        3: 'Front end cap',
        4: 'Mid-aisle end cap',
        5: 'Rear end cap',
        6: 'Side-aisle end cap',
        7: 'In-aisle',
        9: 'Secondary location',
        A: 'In-shelf',
      },
    },
  },
  campaigns: {
    table: 'campaigns',
    id: 'campaign_id',
    type: 'campaign_type',
    from: { column: 'start_date', format: '%Y-%m-%d' },
    to: { column: 'end_date', format: '%Y-%m-%d' },
    coupons: { table: 'coupons', campaign: 'campaign_id', coupon: 'coupon_upc', product: 'product_id' },
    customers: { table: 'campaign_customers', campaign: 'campaign_id', customer: 'household_id' },
    redemptions: {
      table: 'coupon_redemptions',
      campaign: 'campaign_id',
      coupon: 'coupon_upc',
      customer: 'household_id',
      day: { column: 'redemption_date', format: '%Y-%m-%d' },
    },
  },
  stores: { region: { always: 'Unspecified' }, format: { always: 'grocery' }, country: 'US' },
});
