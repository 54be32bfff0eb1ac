import { type MinorUnits, minorUnits } from './money.ts';

/** Where a page of the list of customers ends: the list goes by net sales, then by the customer's number. */
export interface CustomerCursor {
  readonly netSales: MinorUnits;
  readonly customerKey: number;
}

/** Before everybody. */
export const START: CustomerCursor = { netSales: minorUnits(10n ** 17n), customerKey: 0 };

export function writeCursor({ netSales, customerKey }: CustomerCursor): string {
  return `${netSales}.${customerKey}`;
}

/** Null where the text is no cursor of ours. */
export function readCursor(text: string): CustomerCursor | null {
  const match = /^(-?\d{1,17})\.(\d{1,9})$/.exec(text);
  return match ? { netSales: minorUnits(BigInt(match[1] ?? 0)), customerKey: Number(match[2]) } : null;
}
