import {
  type CategoryStock,
  daysOfCover,
  type ProductStock,
  STOCK_STATES,
  type StockClass,
  type StockState,
} from './stock-health.ts';
import type { TableColumn } from './table-column.ts';

/** How long the stock of a category or a product in a store lasts; what is not of its kind is null. */
export interface CoverRow {
  readonly storeId: string;
  readonly storeName: string;
  readonly category: string;
  readonly productId: string | null;
  readonly productName: string | null;
  readonly available: number;
  readonly demandRate: number;
  readonly daysOfCover: number | null;
  readonly products: number | null;
  readonly outProducts: number | null;
  readonly state: string | null;
}

export const COVER_COLUMNS: readonly TableColumn<CoverRow>[] = [
  { id: 'storeName', title: 'Store', kind: 'text', detail: 'storeId' },
  { id: 'category', title: 'Category', kind: 'text' },
  { id: 'productName', title: 'Product', kind: 'text', detail: 'productId' },
  { id: 'daysOfCover', title: 'Days of cover', kind: 'ratio', metric: 'daysOfCover' },
  { id: 'available', title: 'Available', kind: 'count' },
  { id: 'demandRate', title: 'Wanted a day', kind: 'ratio' },
  { id: 'products', title: 'Products', kind: 'count' },
  { id: 'outProducts', title: 'Out of stock', kind: 'count' },
  { id: 'state', title: 'State', kind: 'text' },
];

export function categoryCover(rows: readonly CategoryStock[]): CoverRow[] {
  return rows.map(({ storeId, storeName, category, available, demandRate, products, outProducts }) => ({
    ...{ storeId, storeName, available, demandRate, products, outProducts },
    ...{ category: category || 'No category', productId: null, productName: null, state: null },
    daysOfCover: daysOfCover(available, demandRate),
  }));
}

export function productCover(rows: readonly ProductStock[], category: string): CoverRow[] {
  return rows.map(({ runsOutOn: _, state, ...row }) => ({
    ...row,
    ...{ category, products: null, outProducts: null },
    state: STOCK_STATES[state as StockState] ?? state,
  }));
}

export type ClassRow = StockClass & { readonly share: number | null };

export const CLASS_COLUMNS: readonly TableColumn<ClassRow>[] = [
  { id: 'abc', title: 'ABC', kind: 'text' },
  { id: 'xyz', title: 'XYZ', kind: 'text' },
  { id: 'products', title: 'Products', kind: 'count' },
  { id: 'demand30Days', title: 'Wanted in 30 days', kind: 'ratio' },
  { id: 'share', title: 'Share of it', kind: 'rate' },
];

export function classRows(classes: readonly StockClass[]): ClassRow[] {
  const whole = classes.reduce((sum, { demand30Days }) => sum + demand30Days, 0);
  return classes.map((one) => ({ ...one, share: whole > 0 ? one.demand30Days / whole : null }));
}
