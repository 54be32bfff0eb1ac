import type { BusinessDate } from './business-date.ts';
import type { Comparison } from './comparison.ts';
import type { HourOfWeek } from './hours-of-week.ts';
import { type MinorUnits, minorUnits } from './money.ts';
import { channelInWords } from './place-choice.ts';
import type { PromotionSales } from './promotion-sales.ts';
import { aur, relativeChange, returnRate } from './sales.ts';
import type { CountrySales, ProductSales, StoreSales } from './sales-ranking.ts';
import { byNetSales, type NarrowedSales, type SalesOf } from './sales-view.ts';
import type { TableColumn } from './table-column.ts';

/*
 * The tables of sales, on the screen and as files. What a change is measured against is empty where the comparison is
 * not a fair one.
 */

interface Compared {
  readonly netSales: MinorUnits | null;
  readonly basisNetSales: MinorUnits | null;
}
type Changed<Row> = Row & { readonly change: number | null };

/** Adds how net sales moved; where the comparison is not fair neither the change nor its basis is shown. */
export function withChange<Row extends Compared>(
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
const GROSS = { id: 'grossSales', title: 'Gross sales', kind: 'money' } as const;
const DISCOUNTS = { id: 'discounts', title: 'Discounts', kind: 'money' } as const;
const RETURNS = { id: 'returns', title: 'Returns', kind: 'money' } as const;
const TRANSACTIONS = {
  id: 'transactions',
  title: 'Transactions',
  kind: 'count',
  metric: 'transactions',
} as const;
const UNITS = { id: 'units', title: 'Units', kind: 'count', metric: 'units' } as const;

/** One thing that sold - a day, a region, a channel, a category - with all that is known of it. */
export type SalesRow = Changed<NarrowedSales & Compared> & { readonly name: string };

const MEASURES = [GROSS, DISCOUNTS, RETURNS, { ...NET_SALES }, TRANSACTIONS, UNITS, CHANGE, BASIS] as const;

/** The columns of a table of such things, under the name of what they are. */
export function salesColumns(title: string): readonly TableColumn<SalesRow>[] {
  return [{ id: 'name', title, kind: 'text' }, ...MEASURES];
}

const NOTHING: NarrowedSales = {
  grossSales: minorUnits(0n),
  discounts: minorUnits(0n),
  returns: minorUnits(0n),
  netSales: minorUnits(0n),
  transactions: 0,
  units: 0,
};

/** Rows for these columns, highest net sales first; a thing that sold in the basis only is there with nothing. */
export function salesRows(
  rows: readonly SalesOf<string>[],
  comparison: Comparison,
  nameOf: (key: string) => string = channelInWords,
): SalesRow[] {
  const named = byNetSales(rows).map(({ key, period, basis }) => ({
    name: nameOf(key),
    ...(period ?? NOTHING),
    basisNetSales: basis?.netSales ?? null,
  }));
  return withChange(named, comparison);
}

export type DaySales = NarrowedSales & { readonly businessDate: BusinessDate };

export const DAY_COLUMNS: readonly TableColumn<DaySales>[] = [
  { id: 'businessDate', title: 'Day', kind: 'day' },
  GROSS,
  DISCOUNTS,
  RETURNS,
  NET_SALES,
  TRANSACTIONS,
  UNITS,
];

/** The days of the period, oldest first; the days of the basis are left out. */
export function dayRows(rows: readonly SalesOf<BusinessDate>[]): DaySales[] {
  return rows.flatMap(({ key, period }) => (period ? [{ businessDate: key, ...period }] : []));
}

export const STORE_COLUMNS: readonly TableColumn<Changed<StoreSales> & { readonly href?: string }>[] = [
  { id: 'storeName', title: 'Store', kind: 'text', detail: 'storeId', href: 'href' },
  { id: 'region', title: 'Region', kind: 'text', optional: true },
  { ...TRANSACTIONS, wide: true },
  { ...UNITS, optional: true },
  NET_SALES,
  CHANGE,
  BASIS,
];

export const COUNTRY_COLUMNS: readonly TableColumn<Changed<CountrySales>>[] = [
  { id: 'country', title: 'Country', kind: 'text' },
  { ...TRANSACTIONS, wide: true },
  NET_SALES,
  CHANGE,
  BASIS,
];

export type ProductRow = Changed<ProductSales> & {
  readonly aur: MinorUnits | null;
  readonly returnRate: number | null;
};

export const PRODUCT_COLUMNS: readonly TableColumn<ProductRow>[] = [
  { id: 'productName', title: 'Product', kind: 'text', detail: 'productId' },
  { id: 'category', title: 'Category', kind: 'text', wide: true },
  { id: 'subcategory', title: 'Subcategory', kind: 'text', optional: true },
  { ...UNITS, wide: true },
  { ...GROSS, optional: true },
  { ...DISCOUNTS, optional: true },
  { ...RETURNS, wide: true },
  { id: 'returnRate', title: 'Return rate', kind: 'rate', metric: 'returnRate', wide: true },
  { id: 'aur', title: 'Average unit price', kind: 'money', optional: true },
  NET_SALES,
  CHANGE,
  BASIS,
];

export function productRows(rows: readonly ProductSales[], comparison: Comparison): ProductRow[] {
  return withChange(rows, comparison).map((row) => ({ ...row, aur: aur(row), returnRate: returnRate(row) }));
}

export type PromotionRow = PromotionSales & { readonly reduction: number };

export const PROMOTION_COLUMNS: readonly TableColumn<PromotionRow>[] = [
  { id: 'promotionId', title: 'Promotion', kind: 'text' },
  { id: 'fromDate', title: 'From', kind: 'day', wide: true },
  { id: 'toDate', title: 'To', kind: 'day', wide: true },
  { id: 'reduction', title: 'Off', kind: 'rate', wide: true },
  { id: 'products', title: 'Products', kind: 'count', optional: true },
  { ...UNITS, optional: true },
  { ...GROSS, optional: true },
  { ...DISCOUNTS, optional: true },
  NET_SALES,
];

export function promotionRows(rows: readonly PromotionSales[]): PromotionRow[] {
  return rows.map((row) => ({ ...row, reduction: row.reductionTenThousandths / 10_000 }));
}

/** An hour of a weekday, as a row of a file. */
export interface HourRowOfFile extends HourOfWeek {
  readonly day: string;
  readonly from: string;
}

export const HOUR_COLUMNS: readonly TableColumn<HourRowOfFile>[] = [
  { id: 'day', title: 'Weekday', kind: 'text' },
  { id: 'from', title: 'Hour from', kind: 'text' },
  { id: 'days', title: 'Days', kind: 'count' },
  NET_SALES,
  TRANSACTIONS,
];

export interface ReturnRow {
  readonly category: string;
  readonly href?: string;
  readonly returns: MinorUnits;
  readonly returnRate: number | null;
  readonly change: number | null;
}

export const RETURN_COLUMNS: readonly TableColumn<ReturnRow>[] = [
  { id: 'category', title: 'Category', kind: 'text', href: 'href' },
  { ...RETURNS, bar: true },
  { id: 'returnRate', title: 'Return rate', kind: 'rate', metric: 'returnRate', wide: true },
  { id: 'change', title: 'Change', kind: 'points', metric: 'returnRate' },
];

/** What was brought back of each category, most value first; a category with no return is left out. */
export function returnRows(rows: readonly SalesOf<string>[], { isFair }: Comparison): ReturnRow[] {
  return rows
    .flatMap(({ key, period, basis }) => {
      if (!period || period.returns === 0n) return [];
      const [now, then] = [returnRate(period), basis ? returnRate(basis) : null];
      const change = isFair && now !== null && then !== null ? now - then : null;
      return [{ category: key, returns: period.returns, returnRate: now, change }];
    })
    .sort((a, b) => (a.returns === b.returns ? 0 : a.returns > b.returns ? -1 : 1));
}
