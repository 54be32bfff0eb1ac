import { addDays, type BusinessDate, businessDate } from './business-date.ts';
import { easterSunday, type HolidayCountry, publicHolidays } from './public-holidays.ts';

/** Bank holidays on a weekday of a month: they carry the weekend before them along. */
const LONG_WEEKENDS: Readonly<Record<HolidayCountry, readonly string[]>> = {
  GB: ['Early May bank holiday', 'Spring bank holiday', 'Summer bank holiday'],
  US: ["Washington's Birthday", 'Memorial Day', 'Labor Day'],
};

/**
 * The days of a calendar year that trade by their occasion and not by their weekday alone, each under a name that
 * finds its counterpart in any other year: `Easter -2` is Good Friday.
 */
export function occasions(year: number, country: HolidayCountry): ReadonlyMap<string, BusinessDate> {
  const days = new Map<string, BusinessDate>();
  const mark = (name: string, day: BusinessDate, first: number, last: number) => {
    for (let offset = first; offset <= last; offset += 1) days.set(`${name} ${offset}`, addDays(day, offset));
  };
  const byName = new Map([...publicHolidays(year, country)].map(([day, name]) => [name, day]));
  const thanksgiving = new Map([...publicHolidays(year, 'US')].map(([day, name]) => [name, day]));
  for (const name of LONG_WEEKENDS[country]) {
    const day = byName.get(name);
    if (day) mark(name, day, -2, 0);
  }
  // Holy Week to Easter Monday.
  mark('Easter', easterSunday(year), -6, 1);
  const fourthThursday = thanksgiving.get('Thanksgiving');
  if (fourthThursday) mark('Black Friday', addDays(fourthThursday, 1), -1, 3);
  // These two stand on their date, whatever the weekday.
  mark('Christmas', businessDate(`${year}-12-25`), -1, 1);
  mark('New Year', businessDate(`${year}-01-01`), 0, 0);
  return days;
}

/** The occasion a name of `occasions` belongs to: `Easter` of `Easter -2`. */
export function occasionOf(name: string): string {
  return name.slice(0, name.lastIndexOf(' '));
}

export interface OccasionPair {
  readonly occasion: string;
  readonly day: BusinessDate;
  readonly lastYear: BusinessDate;
}

/** The occasions of some years that do not lie 52 weeks apart, each with its day of the year before. */
export function movedOccasions(fromYear: number, toYear: number, country: HolidayCountry): OccasionPair[] {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, at) => fromYear + at);
  return years.flatMap((year) => {
    const before = occasions(year - 1, country);
    return [...occasions(year, country)].flatMap(([name, day]) => {
      const lastYear = before.get(name);
      if (lastYear === undefined || lastYear === addDays(day, -364)) return [];
      return [{ occasion: occasionOf(name), day, lastYear }];
    });
  });
}

/**
 * The day of last year to hold each day against: the same occasion where it has one that moved, else the same weekday
 * 52 weeks earlier. A day whose place is taken by an occasion gets the place that occasion left, so every day of last
 * year is held against exactly one day.
 */
export function holidayAligned(pairs: readonly OccasionPair[]): (day: BusinessDate) => BusinessDate {
  const lastYearOf = new Map(pairs.map(({ day, lastYear }) => [day, lastYear]));
  const takenBy = new Map(pairs.map(({ day, lastYear }) => [lastYear, day]));
  return (day) => {
    const occasion = lastYearOf.get(day);
    if (occasion !== undefined) return occasion;
    let free = addDays(day, -364);
    for (let taker = takenBy.get(free); taker !== undefined; taker = takenBy.get(free))
      free = addDays(taker, -364);
    return free;
  };
}
