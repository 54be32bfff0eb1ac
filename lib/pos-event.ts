import type { BusinessDate } from './business-date.ts';

export const CHANNELS = ['store', 'online', 'mobile'] as const;
export type Channel = (typeof CHANNELS)[number];

interface FloorEvent {
  /** Unlike any other of its store on its business date. */
  readonly transactionId: string;
  readonly storeId: string;
  readonly businessDate: BusinessDate;
  /** Store-local, `YYYY-MM-DDTHH:mm:ss`. */
  readonly eventTime: string;
}

/** One ticket as a till or a web shop sends it: what was sold or brought back. */
export interface Ticket extends FloorEvent {
  /** `sale` where it is left out. A return has negative quantities and amounts. */
  readonly kind?: 'sale' | 'return';
  /** `store` where it is left out. */
  readonly channel?: Channel;
  readonly lines: readonly PosLine[];
}

export interface PosLine {
  readonly productId: string;
  readonly quantity: number;
  /** Minor units as decimal digits: what this line adds to net sales, after discount; negative for a return. */
  readonly netAmount: string;
  /** Price of one unit before any discount, minor units as decimal digits, where the till says it. */
  readonly unitPrice?: string | undefined;
}

/**
 * Stock that moves without a sale, as one store sees it: a transfer is one event in the store it leaves (negative)
 * and one in the store it reaches. A count says how many units there are, and replaces what was known up to then.
 */
export interface StockEvent extends FloorEvent {
  readonly kind: 'receipt' | 'transfer' | 'adjustment' | 'count';
  readonly lines: readonly { readonly productId: string; readonly quantity: number }[];
}

export type PosEvent = Ticket | StockEvent;
