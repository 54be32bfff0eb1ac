import type { BusinessDate } from './business-date.ts';
import type { MinorUnits } from './money.ts';

/** One day of a store: what it sold beside what it was asked for, who came and who worked. Null where nobody knows. */
export interface StoreDay {
  readonly businessDate: BusinessDate;
  readonly netSales: MinorUnits;
  readonly target: MinorUnits | null;
  readonly visits: number | null;
  readonly counterTransactions: number;
  /** Hundredths of an hour. */
  readonly labourHundredths: number | null;
  readonly plannedHundredths: number | null;
}

/** A product that a store ranges and has none of. */
export interface ShelfGap {
  readonly productId: string;
  readonly productName: string;
  /** Units on order for the store. */
  readonly onOrder: number;
  /** Units it sold in the 28 days up to the last closed one, and on how many of them it had stock. */
  readonly unitsSold: number;
  readonly daysInStock: number;
  readonly lastSoldOn: BusinessDate | null;
}
