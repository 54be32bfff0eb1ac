import type { BusinessDate } from './business-date.ts';
import { formatCount, formatPeriod } from './figures.ts';
import type { Period } from './period.ts';
import type { PromotionWindow } from './promotion-sales.ts';
import { type HolidayCountry, publicHolidays } from './public-holidays.ts';

/** Something outside the tills that a day of sales is read with. */
export interface SalesEvent {
  readonly kind: 'promotion' | 'holiday';
  /** The day it is marked at: its first one, or the first of the period where it ran before. */
  readonly day: BusinessDate;
  readonly words: string;
}

/** The public holidays and the promotions that touch a period, earliest first. */
export function salesEvents(
  period: Period,
  country: HolidayCountry | null,
  windows: readonly PromotionWindow[],
): SalesEvent[] {
  const holidays = country === null ? [] : holidaysIn(period, country);
  const promotions = windows.map(({ fromDate, toDate, promotions: count, products }) => ({
    kind: 'promotion' as const,
    day: fromDate < period.from ? period.from : fromDate,
    words: `${formatPeriod({ from: fromDate, to: toDate })}: ${formatCount(products)} products in ${count === 1 ? 'a promotion' : `${count} promotions`}`,
  }));
  return [...holidays, ...promotions].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

/** A holiday of the first days of January may be observed in the year before. */
function holidaysIn({ from, to }: Period, country: HolidayCountry): SalesEvent[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 2 }, (_, at) => first + at)
    .flatMap((year) => [...publicHolidays(year, country)])
    .filter(([day]) => day >= from && day <= to)
    .map(([day, name]) => ({ kind: 'holiday' as const, day, words: name }));
}
