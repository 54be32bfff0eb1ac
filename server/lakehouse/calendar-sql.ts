import { addDays, type BusinessDate, eachDay, isoWeekday } from '#lib/business-date.ts';
import { fiscalDay, restatedLastYear, sameWeekLastYear } from '#lib/fiscal-calendar.ts';
import { type HolidayCountry, publicHolidays } from '#lib/public-holidays.ts';
import { literal } from './sql-text.ts';

/**
 * SELECT of silver.calendar from two years before the first day to a year after the last. Weeks and years are the same in
 * every pattern; screens count periods by 4-5-4, and whoever reports by another one finds its periods beside them.
 */
export function calendarSql(first: BusinessDate, last: BusinessDate): string {
  const [from, to] = [addDays(first, -731), addDays(last, 366)];
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 2 }, (_, index) => yearOf(from) + index);
  const holidays = (country: HolidayCountry) =>
    new Map(years.flatMap((year) => [...publicHolidays(year, country)]));
  const [gb, us] = [holidays('GB'), holidays('US')];
  const rows = eachDay(from, to).map((date) => {
    const { fiscalYear, fiscalPeriod, fiscalWeek, weekOfPeriod } = fiscalDay(date);
    const texts = [restatedLastYear(date), sameWeekLastYear(date), gb.get(date), us.get(date)];
    const others = [fiscalDay(date, '4-4-5'), fiscalDay(date, '13-period')].map((day) => day.fiscalPeriod);
    return `(${literal(date)}, ${isoWeekday(date)}, ${fiscalYear}, ${fiscalPeriod}, ${fiscalWeek}, ${weekOfPeriod},
      ${others.join(', ')},
      ${texts.map((text) => (text === undefined ? 'NULL' : literal(text))).join(', ')})`;
  });
  return `SELECT * FROM (VALUES ${rows.join(', ')}) AS c(business_date, iso_weekday, fiscal_year, fiscal_period,
    fiscal_week, week_of_period, fiscal_period_445, fiscal_period_13, restated_last_year, same_week_last_year, holiday_gb, holiday_us)`;
}

const yearOf = (date: BusinessDate) => Number(date.slice(0, 4));
