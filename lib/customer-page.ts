import { START, writeCursor } from './customer-cursor.ts';
import type { CustomerLine } from './customers.ts';

/** A line of the list as JSON: money as the digits of its minor units. */
export type SentCustomer = Omit<CustomerLine, 'netSales'> & { readonly netSales: string };

export interface CustomerPage {
  readonly customers: readonly SentCustomer[];
  /** Asks for the page after this one; null at the end of the list. */
  readonly next: string | null;
}

/** A page as it is sent; a full one may have another after it. */
export function customerPage(rows: readonly CustomerLine[], size: number): CustomerPage {
  const last = rows.at(-1);
  return {
    customers: rows.map((row) => ({ ...row, netSales: String(row.netSales) })),
    next: last && rows.length === size ? writeCursor(last) : null,
  };
}

export const FIRST_PAGE = writeCursor(START);
