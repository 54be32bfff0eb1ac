import type { CustomerSegment } from './customer-segment.ts';

/* What API v1 gives of customers, as the screen reads it. */

/** A line of `/api/v1/customers`; money is exact decimal text. */
export interface ListedCustomer {
  readonly customerId: string;
  readonly loyaltyNumber: string | null;
  readonly storeId: string | null;
  readonly loyaltyTier: string | null;
  readonly segment: CustomerSegment;
  readonly segmentTitle: string;
  readonly recencyDays: number;
  readonly orders: number;
  readonly netSales: string;
  readonly churnProbability: number | null;
}

export interface CustomerPage {
  readonly rows: readonly ListedCustomer[];
  /** Asks for the page after this one; null at the end of the list. */
  readonly next: string | null;
}

/** What `/api/v1/customer-numbers` found. */
export interface FoundCustomer {
  readonly customerId: string;
  readonly loyaltyNumber: string;
  readonly storeId: string | null;
}
