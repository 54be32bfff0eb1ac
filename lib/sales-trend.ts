import { type BusinessDate, eachDay } from './business-date.ts';
import { counterpartIn, type DayRun } from './day-runs.ts';
import type { MinorUnits } from './money.ts';
import type { Period } from './period.ts';
import type { SalesPoint } from './sales.ts';

/** One day of a period beside the day of the basis it is held against; null where nothing was traded or held. */
export interface TrendPoint {
  readonly businessDate: BusinessDate;
  readonly netSales: MinorUnits | null;
  readonly basisDate: BusinessDate | null;
  readonly basisNetSales: MinorUnits | null;
}

/** Lays the basis beside the period as the runs say; without them there is nothing to lie beside. */
export function alignTrend(
  points: readonly Pick<SalesPoint, 'businessDate' | 'netSales'>[],
  period: Period,
  runs: readonly DayRun[] | null,
): TrendPoint[] {
  const netSalesOn = new Map(points.map(({ businessDate, netSales }) => [businessDate, netSales]));
  return eachDay(period.from, period.to).map((businessDate) => {
    const basisDate = counterpartIn(runs ?? [], businessDate);
    return {
      businessDate,
      netSales: netSalesOn.get(businessDate) ?? null,
      basisDate,
      basisNetSales: (basisDate && netSalesOn.get(basisDate)) ?? null,
    };
  });
}
