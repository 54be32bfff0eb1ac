import type { BusinessDate } from './business-date.ts';

/** One ticket as a till sends it. Amounts are minor units as decimal digits; a return has a negative quantity. */
export interface PosEvent {
  readonly transactionId: string;
  readonly storeId: string;
  readonly businessDate: BusinessDate;
  /** Store-local, `YYYY-MM-DDTHH:mm:ss`. */
  readonly eventTime: string;
  readonly lines: readonly PosLine[];
}

export interface PosLine {
  readonly productId: string;
  readonly quantity: number;
  /** What this line adds to net sales, after discount; negative for a return. */
  readonly netAmount: string;
}
