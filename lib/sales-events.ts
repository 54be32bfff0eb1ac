import type { BusinessDate } from './business-date.ts';
import { formatCount, formatPeriod } from './figures.ts';
import type { Period } from './period.ts';
import type { PromotionWindow } from './promotion-sales.ts';
import { type HolidayCountry, publicHolidays } from './public-holidays.ts';
import type { SalesNote } from './sales-note.ts';

/** Something outside the tills that a day of sales is read with. */
export interface SalesEvent {
  readonly kind: 'promotion' | 'holiday' | 'note';
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
  return [...holidays, ...promotions].sort(byDay);
}

/** What somebody wrote, as an event of its day; the words are theirs. */
export function noteEvents(notes: readonly SalesNote[]): SalesEvent[] {
  return notes.map(({ day, account, text }) => ({ kind: 'note', day, words: `${account}: ${text}` }));
}

export function byDay(a: Pick<SalesEvent, 'day'>, b: Pick<SalesEvent, 'day'>): number {
  return a.day < b.day ? -1 : Number(a.day > b.day);
}

/** A holiday of the first days of January may be observed in the year before. */
function holidaysIn({ from, to }: Period, country: HolidayCountry): SalesEvent[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 2 }, (_, at) => first + at)
    .flatMap((year) => [...publicHolidays(year, country)])
    .filter(([day]) => day >= from && day <= to)
    .map(([day, name]) => ({ kind: 'holiday' as const, day, words: name }));
}
