import { addDays, type BusinessDate, businessDate, isoWeekday } from './business-date.ts';

/** Where public holidays are known: England and Wales, and the United States as a whole. ISO 3166. */
export type HolidayCountry = 'GB' | 'US';

/** Whose holidays hold where the stores stand; null for a zone whose holidays are not known. */
export function holidayCountry(timeZone: string): HolidayCountry | null {
  if (timeZone === 'Europe/London') return 'GB';
  return US_ZONE.test(timeZone) ? 'US' : null;
}

const US_ZONE =
  /^America\/(New_York|Chicago|Denver|Phoenix|Los_Angeles|Anchorage|Detroit|Boise|Indiana\/.+|Kentucky\/.+)$/;

/** Days that were moved or added for one year, by proclamation. */
const GB_PROCLAIMED: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  2002: { 'Spring bank holiday': '06-04', 'Golden Jubilee': '06-03' },
  2011: { 'Royal Wedding': '04-29' },
  2012: { 'Spring bank holiday': '06-04', 'Diamond Jubilee': '06-05' },
  2020: { 'Early May bank holiday': '05-08' },
  2022: { 'Spring bank holiday': '06-02', 'Platinum Jubilee': '06-03', 'State Funeral': '09-19' },
  2023: { 'Coronation of King Charles III': '05-08' },
};

/**
 * Names by day, as they are taken: a substitute or observed day stands for the day itself. A New Year's Day may be
 * observed on the last day of the year before.
 */
export function publicHolidays(year: number, country: HolidayCountry): ReadonlyMap<BusinessDate, string> {
  const named = country === 'GB' ? gb(year) : us(year);
  return new Map(Object.entries(named).map(([name, date]) => [date, name]));
}

/** Western Easter, by the method of Meeus, Jones and Butcher. */
export function easterSunday(year: number): BusinessDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

function gb(year: number): Record<string, BusinessDate> {
  const christmas = dayOf(year, 12, 25);
  const [substitute, boxing] = christmasPair(isoWeekday(christmas));
  const usual = {
    "New Year's Day": firstWorkday(dayOf(year, 1, 1)),
    'Good Friday': addDays(easterSunday(year), -2),
    'Easter Monday': addDays(easterSunday(year), 1),
    'Early May bank holiday': nthWeekday(year, 5, 1, 1),
    'Spring bank holiday': lastWeekday(year, 5, 1),
    'Summer bank holiday': lastWeekday(year, 8, 1),
    'Christmas Day': addDays(christmas, substitute),
    'Boxing Day': addDays(christmas, boxing),
  };
  const proclaimed = Object.entries(GB_PROCLAIMED[year] ?? {}).map(([name, day]) => [
    name,
    businessDate(`${year}-${day}`),
  ]);
  return { ...usual, ...Object.fromEntries(proclaimed) };
}

/** Days after 25 December on which Christmas Day and Boxing Day are taken. */
function christmasPair(weekday: number): [number, number] {
  if (weekday === 5) return [0, 3];
  if (weekday === 6) return [2, 3];
  return weekday === 7 ? [2, 1] : [0, 1];
}

function us(year: number): Record<string, BusinessDate> {
  return {
    "New Year's Day": observed(dayOf(year, 1, 1)),
    ...(year >= 1986 ? { 'Martin Luther King Jr Day': nthWeekday(year, 1, 1, 3) } : {}),
    "Washington's Birthday": nthWeekday(year, 2, 1, 3),
    'Memorial Day': lastWeekday(year, 5, 1),
    ...(year >= 2021 ? { Juneteenth: observed(dayOf(year, 6, 19)) } : {}),
    'Independence Day': observed(dayOf(year, 7, 4)),
    'Labor Day': nthWeekday(year, 9, 1, 1),
    'Columbus Day': nthWeekday(year, 10, 1, 2),
    'Veterans Day': observed(dayOf(year, 11, 11)),
    Thanksgiving: nthWeekday(year, 11, 4, 4),
    'Christmas Day': observed(dayOf(year, 12, 25)),
  };
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): BusinessDate {
  const first = dayOf(year, month, 1);
  return addDays(first, ((weekday - isoWeekday(first) + 7) % 7) + 7 * (nth - 1));
}

function lastWeekday(year: number, month: number, weekday: number): BusinessDate {
  const last = dayOf(year, month, 31);
  return addDays(last, -((isoWeekday(last) - weekday + 7) % 7));
}

/** A bank holiday on a weekend is taken on the next working day. */
function firstWorkday(date: BusinessDate): BusinessDate {
  return addDays(date, [0, 0, 0, 0, 0, 2, 1][isoWeekday(date) - 1] ?? 0);
}

/** A federal holiday on a Saturday is taken the day before, on a Sunday the day after. */
function observed(date: BusinessDate): BusinessDate {
  return addDays(date, [0, 0, 0, 0, 0, -1, 1][isoWeekday(date) - 1] ?? 0);
}

function dayOf(year: number, month: number, day: number): BusinessDate {
  const digits = (number: number, width: number) => String(number).padStart(width, '0');
  return businessDate(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`);
}
