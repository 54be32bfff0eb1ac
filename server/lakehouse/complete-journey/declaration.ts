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
      key: ['product_id'],
    },
  },
  unused: {
    'campaign_descriptions.csv.gz': 'campaigns are not modelled',
    'campaigns.csv.gz': 'campaigns are not modelled',
    'coupon_redemptions.csv.gz': 'manufacturers’ coupons are not modelled',
    'coupons.csv.gz': 'manufacturers’ coupons are not modelled',
    'demographics.csv.gz': 'what a household tells about itself is not modelled',
    'promotions_sample.csv.gz': 'placements in mailers and displays are not modelled',
  },
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
  stores: { region: { always: 'Unspecified' }, format: { always: 'grocery' }, country: 'US' },
});
