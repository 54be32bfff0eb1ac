import type { MinorUnits } from './money.ts';
import type { StoreMeasures } from './store-figures.ts';

/*
 * Rates of a store, or of stores together: each is one sum divided by another of the same days, never a mean of rates.
 * Null where the divisor is zero: nothing counted is not a rate of zero.
 */

/** Minor units. */
export function grossMargin({ costedNetSales, cogs }: StoreMeasures): MinorUnits | null {
  return costedNetSales === 0n ? null : ((costedNetSales - cogs) as MinorUnits);
}

export function grossMarginRate(measures: StoreMeasures): number | null {
  return share(grossMargin(measures), measures.costedNetSales);
}

/** Transactions over the counter ÷ people counted at the door. */
export function conversionRate({ countedTransactions, visits }: StoreMeasures): number | null {
  return share(countedTransactions, visits);
}

/** Minor units per transaction, not rounded. */
export function atvOf({ netSales, transactions }: StoreMeasures): number | null {
  return share(netSales, transactions);
}

export function uptOf({ units, transactions }: StoreMeasures): number | null {
  return share(units, transactions);
}

/** Minor units per unit, not rounded. */
export function aurOf({ netSales, units }: StoreMeasures): number | null {
  return units > 0 ? share(netSales, units) : null;
}

/** Minor units of net sales per hour worked on the floor. */
export function salesPerLabourHour({ staffedNetSales, labourHundredths }: StoreMeasures): number | null {
  return share(Number(staffedNetSales) * 100, labourHundredths);
}

/** Hours worked ÷ hours planned − 1. */
export function labourAgainstPlan({
  plannedHundredths,
  workedOfPlannedHundredths,
}: StoreMeasures): number | null {
  const rate = share(workedOfPlannedHundredths, plannedHundredths);
  return rate === null ? null : rate - 1;
}

/** Net sales ÷ target − 1, over the days that have a target. */
export function varianceToTargetRate({ target, targetedNetSales }: StoreMeasures): number | null {
  const rate = share(targetedNetSales, target);
  return rate === null ? null : rate - 1;
}

/** Stock found missing at cost ÷ net sales. */
export function shrinkRate({ shrinkCost, stockedNetSales }: StoreMeasures): number | null {
  return share(shrinkCost, stockedNetSales);
}

/** Minor units of net sales per square metre and week of seven trading days; null where the area is not known. */
export function salesDensity(
  { netSales, tradingDays }: StoreMeasures,
  squareMetres: number | null,
): number | null {
  return squareMetres === null ? null : share(Number(netSales) * 7, tradingDays * squareMetres);
}

/** Gross margin of a year ÷ average stock at cost, both in minor units. Shorter than a year, it is brought to one. */
export function gmroi(
  margin: MinorUnits | null,
  averageStock: MinorUnits | null,
  days: number,
): number | null {
  if (margin === null || averageStock === null || days <= 0) return null;
  return share((Number(margin) * 364) / days, averageStock);
}

/** Products with at least one unit on hand ÷ products ranged, over store days. */
export function availability(inStock: number, ranged: number): number | null {
  return share(inStock, ranged);
}

/** Units sold ÷ (units on hand at the start + units received). */
export function sellThroughRate(sold: number, opening: number, received: number): number | null {
  return share(sold, opening + received);
}

function share(part: number | bigint | null, whole: number | bigint): number | null {
  return part === null || Number(whole) === 0 ? null : Number(part) / Number(whole);
}
