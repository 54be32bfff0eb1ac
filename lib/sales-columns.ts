import type { Comparison } from './comparison.ts';
import { relativeChange, type SalesPoint } from './sales.ts';
import type { CountrySales, ProductSales, StoreSales } from './sales-ranking.ts';
import type { TableColumn } from './table-column.ts';

/*
 * The tables of sales, on the screen and as files. `basisNetSales` is empty where the basis is not a fair one.
 */

type Changed<Row> = Row & { readonly change: number | null };

/** Adds how net sales moved; where the comparison is not fair neither the change nor its basis is shown. */
export function withChange<Row extends Pick<StoreSales, 'netSales' | 'basisNetSales'>>(
  rows: readonly Row[],
  { isFair }: Comparison,
): Changed<Row>[] {
  return rows.map((row) =>
    isFair
      ? { ...row, change: relativeChange(row.netSales, row.basisNetSales) }
      : { ...row, basisNetSales: null, change: null },
  );
}

const NET_SALES = {
  id: 'netSales',
  title: 'Net sales',
  kind: 'money',
  metric: 'netSales',
  bar: true,
} as const;
const CHANGE = { id: 'change', title: 'Change', kind: 'change', metric: 'netSales' } as const;
const BASIS = {
  id: 'basisNetSales',
  title: 'Net sales compared with',
  kind: 'money',
  optional: true,
} as const;
const TRANSACTIONS = {
  id: 'transactions',
  title: 'Transactions',
  kind: 'count',
  metric: 'transactions',
  wide: true,
} as const;
const UNITS = { id: 'units', title: 'Units', kind: 'count', metric: 'units', wide: true } as const;

export const DAY_COLUMNS: readonly TableColumn<SalesPoint>[] = [
  { id: 'businessDate', title: 'Day', kind: 'day' },
  { id: 'grossSales', title: 'Gross sales', kind: 'money' },
  { id: 'discounts', title: 'Discounts', kind: 'money' },
  { id: 'returns', title: 'Returns', kind: 'money' },
  { id: 'netSales', title: 'Net sales', kind: 'money', metric: 'netSales' },
  { id: 'transactions', title: 'Transactions', kind: 'count', metric: 'transactions' },
  UNITS,
];

export const STORE_COLUMNS: readonly TableColumn<Changed<StoreSales> & { readonly href?: string }>[] = [
  { id: 'storeName', title: 'Store', kind: 'text', detail: 'storeId', href: 'href' },
  { id: 'region', title: 'Region', kind: 'text', optional: true },
  TRANSACTIONS,
  NET_SALES,
  CHANGE,
  BASIS,
];

export const COUNTRY_COLUMNS: readonly TableColumn<Changed<CountrySales>>[] = [
  { id: 'country', title: 'Country', kind: 'text' },
  TRANSACTIONS,
  NET_SALES,
  CHANGE,
  BASIS,
];

export const PRODUCT_COLUMNS: readonly TableColumn<Changed<ProductSales>>[] = [
  { id: 'productName', title: 'Product', kind: 'text', detail: 'productId' },
  UNITS,
  NET_SALES,
  CHANGE,
  BASIS,
];
