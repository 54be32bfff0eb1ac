import type { ApiEndpoint } from './api-endpoint.ts';
import { CUSTOMER_ENDPOINTS } from './endpoints/customers.ts';
import { DECISION_ENDPOINTS } from './endpoints/decisions.ts';
import { SALES_ENDPOINTS } from './endpoints/sales.ts';
import { STOCK_ENDPOINTS } from './endpoints/stock.ts';
import { STORE_ENDPOINTS } from './endpoints/stores.ts';

/** Every list of API v1; one file of entries a subject. */
export const ENDPOINTS: readonly ApiEndpoint[] = [
  ...SALES_ENDPOINTS,
  ...STORE_ENDPOINTS,
  ...STOCK_ENDPOINTS,
  ...CUSTOMER_ENDPOINTS,
  ...DECISION_ENDPOINTS,
];
