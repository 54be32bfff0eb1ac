import type { TableExport } from './table-export.ts';
import { BASKET_EXPORTS } from './tables/baskets.ts';
import { FORECAST_EXPORTS } from './tables/forecast.ts';
import { INVENTORY_EXPORTS } from './tables/inventory.ts';
import { SALES_EXPORTS } from './tables/sales.ts';
import { SUPPLIER_EXPORTS } from './tables/suppliers.ts';

/** Every table that can be taken away, by its name in the address; one file of entries a subject. */
export const EXPORTS: Readonly<Record<string, TableExport>> = {
  ...SALES_EXPORTS,
  ...BASKET_EXPORTS,
  ...INVENTORY_EXPORTS,
  ...FORECAST_EXPORTS,
  ...SUPPLIER_EXPORTS,
};
