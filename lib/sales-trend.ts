import { addDays, type BusinessDate, eachDay } from './business-date.ts';
import type { MinorUnits } from './money.ts';
import { daysIn, type Period } from './period.ts';
import type { SalesPoint } from './sales.ts';

/** One day of a period beside the day of the basis it is held against; null where nothing was traded or held. */
export interface TrendPoint {
  readonly businessDate: BusinessDate;
  readonly netSales: MinorUnits | null;
  readonly basisDate: BusinessDate | null;
  readonly basisNetSales: MinorUnits | null;
}

/** Lays the basis beside the period by position: first day beside first day. Both have the same number of days. */
export function alignTrend(
  points: readonly SalesPoint[],
  period: Period,
  basis: Period | null,
): TrendPoint[] {
  if (basis && daysIn(basis) !== daysIn(period)) throw new RangeError('Period and basis differ in length');
  const netSalesOn = new Map(points.map(({ businessDate, netSales }) => [businessDate, netSales]));
  return eachDay(period.from, period.to).map((businessDate, position) => {
    const basisDate = basis && addDays(basis.from, position);
    return {
      businessDate,
      netSales: netSalesOn.get(businessDate) ?? null,
      basisDate,
      basisNetSales: (basisDate && netSalesOn.get(basisDate)) ?? null,
    };
  });
}
