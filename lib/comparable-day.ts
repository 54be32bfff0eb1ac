import type { BusinessDate } from './business-date.ts';
import type { MinorUnits } from './money.ts';

/** One hour of one past day with the weekday of today, over the stores of a scope. */
export interface ComparableHour {
  readonly businessDate: BusinessDate;
  /** Whole hours since the midnight that begins the business date. */
  readonly hour: number;
  readonly netSales: MinorUnits;
  readonly transactions: number;
}

/** What a store did over the comparable days together. */
export interface UsualStore {
  readonly storeId: string;
  readonly storeName: string;
  readonly netSales: MinorUnits;
  readonly transactions: number;
  /** Of the comparable days, those on which it traded. */
  readonly days: number;
}
