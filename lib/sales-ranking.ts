import { type MinorUnits, minorUnits } from './money.ts';
import { byNetSales, type NarrowedSales, type SalesOf } from './sales-view.ts';
import type { StoreName } from './store-name.ts';

/** A product that sold in a period; basis figures are null where it did not sell in the basis period. */
export interface ProductSales {
  /** 1 = highest net sales. */
  readonly position: number;
  /** Products that sold, of which this is one. */
  readonly total: number;
  readonly productId: string;
  readonly productName: string;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly grossSales: MinorUnits;
  readonly discounts: MinorUnits;
  readonly returns: MinorUnits;
  readonly netSales: MinorUnits;
  readonly units: number;
  readonly basisNetSales: MinorUnits | null;
}

/** A store's sales of a period; figures are null for a period in which it did not trade. */
export interface StoreSales extends StoreName {
  readonly netSales: MinorUnits | null;
  readonly transactions: number | null;
  readonly units: number | null;
  readonly basisNetSales: MinorUnits | null;
}

/** Sales to one country; figures are null for a period without any. */
export interface CountrySales {
  readonly country: string;
  readonly netSales: MinorUnits | null;
  readonly transactions: number | null;
  readonly basisNetSales: MinorUnits | null;
}

/** Names the stores of an answer, highest net sales first. A store that nobody named keeps its id. */
export function storeSales(rows: readonly SalesOf<string>[], names: readonly StoreName[]): StoreSales[] {
  const byId = new Map(names.map((store) => [store.storeId, store]));
  return byNetSales(rows).map(({ key, period, basis }) => ({
    ...(byId.get(key) ?? { storeId: key, storeName: key, region: '' }),
    netSales: period?.netSales ?? null,
    transactions: period?.transactions ?? null,
    units: period?.units ?? null,
    basisNetSales: basis?.netSales ?? null,
  }));
}

/** Adds the sales of stores up by their regions. Every measure of a ticket adds up over stores, as each has one. */
export function regionSales(
  rows: readonly SalesOf<string>[],
  names: readonly StoreName[],
): SalesOf<string>[] {
  const regionOf = new Map(names.map(({ storeId, region }) => [storeId, region]));
  const regions = Map.groupBy(rows, ({ key }) => regionOf.get(key) ?? '');
  return [...regions].map(([region, ofRegion]) => ({
    key: region,
    period: sumOf(ofRegion.map(({ period }) => period)),
    basis: sumOf(ofRegion.map(({ basis }) => basis)),
  }));
}

function sumOf(all: readonly (NarrowedSales | null)[]): NarrowedSales | null {
  const known = all.filter((one) => one !== null);
  if (known.length === 0) return null;
  const money = (of: (one: NarrowedSales) => bigint) =>
    minorUnits(known.reduce((sum, one) => sum + of(one), 0n));
  const tickets = known.map(({ transactions }) => transactions);
  return {
    grossSales: money(({ grossSales }) => grossSales),
    discounts: money(({ discounts }) => discounts),
    returns: money(({ returns }) => returns),
    netSales: money(({ netSales }) => netSales),
    units: known.reduce((sum, { units }) => sum + units, 0),
    transactions: tickets.includes(null) ? null : tickets.reduce<number>((sum, one) => sum + (one ?? 0), 0),
  };
}
