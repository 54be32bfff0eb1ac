import type { BusinessDate } from './business-date.ts';
import type { MinorUnits } from './money.ts';

/**
 * Sales of one or many stores over a period. Net sales = gross sales − discounts − returns, ex tax; returns are
 * counted on the day they come back. Units are sold minus returned, so that ATV = UPT × AUR holds.
 */
export interface SalesFigures {
  readonly grossSales: MinorUnits;
  readonly discounts: MinorUnits;
  readonly returns: MinorUnits;
  readonly netSales: MinorUnits;
  /** Tickets with at least one item sold; a ticket of returns only is not a transaction. */
  readonly transactions: number;
  readonly units: number;
}

export interface SalesPoint extends SalesFigures {
  readonly businessDate: BusinessDate;
}

/** Average transaction value in minor units, rounded half away from zero; null without transactions, or where they are not known. */
export function atv({
  netSales,
  transactions,
}: Pick<SalesFigures, 'netSales'> & { readonly transactions: number | null }): MinorUnits | null {
  return transactions === null || transactions === 0 ? null : divideHalfUp(netSales, BigInt(transactions));
}

/** Units per transaction; null without transactions. */
export function upt({
  units,
  transactions,
}: Pick<SalesFigures, 'units'> & { readonly transactions: number | null }): number | null {
  return transactions === null || transactions === 0 ? null : units / transactions;
}

/** Average unit retail in minor units; null where no units were sold net of returns. */
export function aur({ netSales, units }: Pick<SalesFigures, 'netSales' | 'units'>): MinorUnits | null {
  return units <= 0 ? null : divideHalfUp(netSales, BigInt(units));
}

/** Value returned on these days ÷ gross sales of these days; null without gross sales. */
export function returnRate({
  returns,
  grossSales,
}: Pick<SalesFigures, 'returns' | 'grossSales'>): number | null {
  return grossSales === 0n ? null : Number(returns) / Number(grossSales);
}

/** current ÷ basis − 1; null where the basis is zero, negative or missing: such a change means nothing. */
export function relativeChange(
  current: number | bigint | null,
  basis: number | bigint | null,
): number | null {
  if (current === null || basis === null || basis <= 0) return null;
  return Number(current) / Number(basis) - 1;
}

function divideHalfUp(amount: bigint, by: bigint): MinorUnits {
  const sign = amount < 0n ? -1n : 1n;
  return (sign * ((sign * amount * 2n + by) / (by * 2n))) as MinorUnits;
}
