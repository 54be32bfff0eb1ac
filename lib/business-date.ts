/**
 * A trading day in the store's own terms, written `YYYY-MM-DD`. It is a string and never a `Date`: a calendar
 * day has no instant, so no time zone can shift it.
 */
export type BusinessDate = string & { readonly __businessDate: never };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Days since 1970-01-01, or undefined where the text names no day of the calendar. */
function toDayNumber(text: string): number | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const millis = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(millis).toISOString().startsWith(text) ? millis / DAY_MS : undefined;
}

function fromDayNumber(day: number): BusinessDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as BusinessDate;
}

export function isBusinessDate(text: string): text is BusinessDate {
  return toDayNumber(text) !== undefined;
}

/** @throws RangeError naming the text, where it is not a day of the calendar. */
export function businessDate(text: string): BusinessDate {
  if (!isBusinessDate(text)) throw new RangeError(`"${text}" is not a business date (YYYY-MM-DD)`);
  return text;
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: BusinessDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Every day from `from` to `to`, both included. */
export function eachDay(from: BusinessDate, to: BusinessDate): BusinessDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, day) => addDays(from, day));
}

function dayNumber(date: BusinessDate): number {
  const day = toDayNumber(date);
  if (day === undefined) throw new RangeError(`"${date}" is not a business date (YYYY-MM-DD)`);
  return day;
}
