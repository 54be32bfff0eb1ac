import { PLACEMENT_COLUMNS } from '#lib/placement-sales.ts';
import {
  COUNTRY_COLUMNS,
  DAY_COLUMNS,
  HOUR_COLUMNS,
  PRODUCT_COLUMNS,
  PROMOTION_COLUMNS,
  RETURN_COLUMNS,
  STORE_COLUMNS,
  salesColumns,
} from '#lib/sales-columns.ts';
import { type ApiEndpoint, apiEndpoint } from '../api-endpoint.ts';

export const SALES_ENDPOINTS: readonly ApiEndpoint[] = [
  apiEndpoint('sales/days', 'sales-by-day', 'Sales day by day, oldest first', DAY_COLUMNS),
  apiEndpoint('sales/stores', 'sales-by-store', 'Sales by store, highest first', STORE_COLUMNS),
  apiEndpoint('sales/regions', 'sales-by-region', 'Sales by region, highest first', salesColumns('Region')),
  apiEndpoint(
    'sales/channels',
    'sales-by-channel',
    'Sales by channel, highest first',
    salesColumns('Channel'),
  ),
  apiEndpoint(
    'sales/categories',
    'sales-by-category',
    'Sales one level below the chosen category, highest first',
    salesColumns('Category'),
  ),
  apiEndpoint(
    'sales/countries',
    'sales-by-country',
    'Sales by country of the customer, highest first',
    COUNTRY_COLUMNS,
  ),
  apiEndpoint('sales/products', 'sales-by-product', 'Sales by product, highest first', PRODUCT_COLUMNS),
  apiEndpoint(
    'sales/promotions',
    'sales-by-promotion',
    'Sales of promoted products on the days of their promotion',
    PROMOTION_COLUMNS,
  ),
  apiEndpoint(
    'sales/placements',
    'sales-by-placement',
    'Sales of products where and while they were in the mailer or on display',
    PLACEMENT_COLUMNS,
  ),
  apiEndpoint('sales/returns', 'returns', 'What was brought back, by category', RETURN_COLUMNS),
  apiEndpoint(
    'sales/hours',
    'hours-of-week',
    'Sales by weekday and hour on the stores’ own clocks, over all days',
    HOUR_COLUMNS,
  ),
];
