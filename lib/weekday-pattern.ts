import { isoWeekday } from './business-date.ts';
import type { StoreDay } from './store-day.ts';

/** What a weekday is like: sums over its days with trade, so that rates are of sums. Money in minor units. */
export interface WeekdayPattern {
  /** ISO: 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly days: number;
  readonly netSales: number;
  readonly visits: number;
  readonly counterTransactions: number;
  readonly labourHundredths: number;
  readonly plannedHundredths: number;
}

/** The weekdays that had trade, Monday first. A day on which a figure is not known is left out of that weekday whole. */
export function weekdayPattern(days: readonly StoreDay[]): WeekdayPattern[] {
  const known = days.filter(
    (day) =>
      day.counterTransactions > 0 &&
      day.visits !== null &&
      day.labourHundredths !== null &&
      day.plannedHundredths !== null,
  );
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const those = known.filter(({ businessDate }) => isoWeekday(businessDate) === weekday);
    if (those.length === 0) return [];
    const sum = (of: (day: StoreDay) => number) => those.reduce((all, day) => all + of(day), 0);
    return [
      {
        weekday,
        days: those.length,
        netSales: sum(({ netSales }) => Number(netSales)),
        visits: sum(({ visits }) => visits ?? 0),
        counterTransactions: sum(({ counterTransactions }) => counterTransactions),
        labourHundredths: sum(({ labourHundredths }) => labourHundredths ?? 0),
        plannedHundredths: sum(({ plannedHundredths }) => plannedHundredths ?? 0),
      },
    ];
  });
}
