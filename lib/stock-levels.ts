import type { MinorUnits } from './money.ts';

/** How well the shelves of a store were filled, and what its stock earned. */
export interface StockLevels {
  readonly storeId: string;
  /** Product × store days of a stock record while the store traded, and those of them with a unit on hand. */
  readonly ranged: number;
  readonly inStock: number;
  readonly basisRanged: number;
  readonly basisInStock: number;
  /** Mean stock at cost on the Saturdays of the year up to the last day; null where costs are not known. */
  readonly averageStock: MinorUnits | null;
  /** Gross margin of that year; null where costs are not known. */
  readonly margin: MinorUnits | null;
  /** Days from the first to the last day of trade in that year. */
  readonly marginDays: number;
}
