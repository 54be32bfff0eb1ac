import type { TableExport } from './table-export.ts';
import { BASKET_EXPORTS } from './tables/baskets.ts';
import { CUSTOMER_EXPORTS } from './tables/customers.ts';
import { FORECAST_EXPORTS } from './tables/forecast.ts';
import { INVENTORY_EXPORTS } from './tables/inventory.ts';
import { LAKE_EXPORTS } from './tables/lake.ts';
import { ONE_CUSTOMER_EXPORTS } from './tables/one-customer.ts';
import { PRICE_EXPORTS } from './tables/prices.ts';
import { SALES_EXPORTS } from './tables/sales.ts';
import { STORE_PAGE_EXPORTS } from './tables/store-page.ts';
import { STORE_EXPORTS } from './tables/stores.ts';
import { SUPPLIER_EXPORTS } from './tables/suppliers.ts';

/** Every table that can be taken away, by its name in the address; one file of entries a subject. */
export const EXPORTS: Readonly<Record<string, TableExport>> = {
  ...STORE_EXPORTS,
  ...STORE_PAGE_EXPORTS,
  ...SALES_EXPORTS,
  ...INVENTORY_EXPORTS,
  ...CUSTOMER_EXPORTS,
  ...ONE_CUSTOMER_EXPORTS,
  ...PRICE_EXPORTS,
  ...BASKET_EXPORTS,
  ...FORECAST_EXPORTS,
  ...SUPPLIER_EXPORTS,
  ...LAKE_EXPORTS,
};
