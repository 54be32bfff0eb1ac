import type { BusinessDate } from './business-date.ts';

/**
 * Sales so far on the trading day now open, over the stores of one scope. What the live tile shows, and what the
 * stream sends: whole figures, never differences, so a lost or repeated message cannot make it wrong.
 */
export interface LiveSales {
  readonly businessDate: BusinessDate;
  /** Minor units as decimal digits: JSON has no bigint. */
  readonly netSales: string;
  readonly transactions: number;
  readonly units: number;
  /** Latest event time counted, store-local `YYYY-MM-DDTHH:mm:ss`; null before the first event of the day. */
  readonly eventTime: string | null;
  /** When the last event was counted, epoch milliseconds of the server's clock; null before the first. */
  readonly countedAt: number | null;
  /** The server's clock when this message was written: ages are measured against it, not the reader's clock. */
  readonly sentAt: number;
  readonly currency: string;
  readonly reportingStores: number;
}
