import { CAMPAIGN_COLUMNS } from '#lib/coupon-campaigns.ts';
import {
  CATEGORY_COLUMNS,
  CHANNEL_COLUMNS,
  COHORT_COLUMNS,
  LISTED_CUSTOMER_COLUMNS,
  NEXT_BEST_COLUMNS,
  ORDER_COLUMNS,
  SEGMENT_COLUMNS,
  TIER_COLUMNS,
} from '#lib/customer-columns.ts';
import { CLV_COLUMN, SHEET_COLUMNS } from '#lib/customer-sheet.ts';
import { type ApiEndpoint, apiEndpoint } from '../api-endpoint.ts';

/** Customers by number: names, addresses and telephone numbers are in none of these. */
export const CUSTOMER_ENDPOINTS: readonly ApiEndpoint[] = [
  apiEndpoint(
    'customers',
    'customers',
    'Customers of the stores that are yours, highest net sales of 364 days first',
    LISTED_CUSTOMER_COLUMNS,
    { own: ['segment'], isOnScreen: true },
  ),
  apiEndpoint('customer-segments', 'customer-segments', 'Customers by segment', SEGMENT_COLUMNS),
  apiEndpoint(
    'customer-cohorts',
    'customer-cohorts',
    'Who comes back, by first fiscal period',
    COHORT_COLUMNS,
  ),
  apiEndpoint('customer-channels', 'customer-channels', 'Where customers buy', CHANNEL_COLUMNS),
  apiEndpoint(
    'coupon-campaigns',
    'coupon-campaigns',
    'Campaigns that sent coupons, the latest first, and what came back',
    CAMPAIGN_COLUMNS,
  ),
  apiEndpoint('loyalty-tiers', 'loyalty-tiers', 'The loyalty scheme by tier', TIER_COLUMNS),
  apiEndpoint(
    'customers/{customer}',
    'customer',
    'What is known of one customer, and what is expected',
    [...SHEET_COLUMNS, CLV_COLUMN],
    { isOne: true, isOnScreen: true },
  ),
  apiEndpoint(
    'customers/{customer}/orders',
    'customer-orders',
    'Tickets of one customer, the latest first',
    ORDER_COLUMNS,
  ),
  apiEndpoint(
    'customers/{customer}/categories',
    'customer-categories',
    'What one customer spends on, greatest first',
    CATEGORY_COLUMNS,
  ),
  apiEndpoint(
    'customers/{customer}/next-best-products',
    'next-best-products',
    'What to offer one customer, and why',
    NEXT_BEST_COLUMNS,
  ),
];
