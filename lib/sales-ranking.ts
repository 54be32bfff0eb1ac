import type { MinorUnits } from './money.ts';

/** A product among the best sellers of a period; basis figures are null where it did not sell in the basis period. */
export interface ProductSales {
  /** 1 = highest net sales. */
  readonly position: number;
  readonly productId: string;
  readonly productName: string;
  readonly netSales: MinorUnits;
  readonly units: number;
  readonly basisNetSales: MinorUnits | null;
}

/** A store's sales of a period; figures are null for a period in which it did not trade. */
export interface StoreSales {
  readonly storeId: string;
  readonly storeName: string;
  readonly region: string;
  readonly netSales: MinorUnits | null;
  readonly transactions: number | null;
  readonly basisNetSales: MinorUnits | null;
}

/** Sales to one country; figures are null for a period without any. */
export interface CountrySales {
  readonly country: string;
  readonly netSales: MinorUnits | null;
  readonly transactions: number | null;
  readonly basisNetSales: MinorUnits | null;
}
