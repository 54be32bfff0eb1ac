import { addDays, type BusinessDate, eachDay, isoWeekday } from '#lib/business-date.ts';
import { fiscalDay, restatedLastYear, sameWeekLastYear } from '#lib/fiscal-calendar.ts';
import { type HolidayCountry, publicHolidays } from '#lib/public-holidays.ts';
import { literal } from './sql-text.ts';

/** SELECT of silver.calendar from two years before the first day to a year after the last. */
export function calendarSql(first: BusinessDate, last: BusinessDate): string {
  const [from, to] = [addDays(first, -731), addDays(last, 366)];
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 2 }, (_, index) => yearOf(from) + index);
  const holidays = (country: HolidayCountry) =>
    new Map(years.flatMap((year) => [...publicHolidays(year, country)]));
  const [gb, us] = [holidays('GB'), holidays('US')];
  const rows = eachDay(from, to).map((date) => {
    const { fiscalYear, fiscalPeriod, fiscalWeek, weekOfPeriod } = fiscalDay(date);
    const texts = [restatedLastYear(date), sameWeekLastYear(date), gb.get(date), us.get(date)];
    return `(${literal(date)}, ${isoWeekday(date)}, ${fiscalYear}, ${fiscalPeriod}, ${fiscalWeek}, ${weekOfPeriod},
      ${texts.map((text) => (text === undefined ? 'NULL' : literal(text))).join(', ')})`;
  });
  return `SELECT * FROM (VALUES ${rows.join(', ')}) AS c(business_date, iso_weekday, fiscal_year, fiscal_period,
    fiscal_week, week_of_period, restated_last_year, same_week_last_year, holiday_gb, holiday_us)`;
}

const yearOf = (date: BusinessDate) => Number(date.slice(0, 4));
