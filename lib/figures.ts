import type { BusinessDate } from './business-date.ts';
import { localeNow } from './locale.ts';
import { type MinorUnits, toDecimalText } from './money.ts';
import type { Period } from './period.ts';
import type { ScopeOfStores } from './scope.ts';

/* How a figure is written for a person. One place decides, so the same number looks the same on every page. */
export const NO_FIGURE = '—';

const numberFormats = new Map<string, Intl.NumberFormat>();

/**
 * A number as the reader's locale writes it, below zero with a true minus: it is as wide as a plus, and a line never
 * breaks after it. Formats are dear to make and used for every cell: one is made for each way of writing.
 */
function written(value: number | bigint | string, options: Intl.NumberFormatOptions): string {
  const key = `${localeNow()} ${JSON.stringify(options)}`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(localeNow(), options);
  numberFormats.set(key, format);
  return format.format(value as number).replace('-', '−');
}

const decimals = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Exact, to the minor unit: `Intl` reads the decimal text digit by digit, so no float stands in between. */
export function formatMoney(amount: MinorUnits | null, currency: string): string {
  if (amount === null) return NO_FIGURE;
  return written(toDecimalText(amount), { style: 'currency', currency });
}

/** To the whole unit, for figures that are read at arm's length; the exact one stands beside it. */
export function formatMoneyWhole(amount: MinorUnits | null, currency: string): string {
  if (amount === null) return NO_FIGURE;
  return written(toDecimalText(amount), { style: 'currency', currency, maximumFractionDigits: 0 });
}

/** A difference of money with its sign, to the whole unit: `+£1,204`. */
export function formatMoneyChange(amount: MinorUnits, currency: string): string {
  const whole = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
  return written(toDecimalText(amount), { ...whole, signDisplay: 'exceptZero' });
}

/** Short form for axes and tight tables: £1.2m. */
export function formatMoneyShort(major: number, currency: string): string {
  return written(major, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 });
}

export function formatCount(count: number | bigint | null): string {
  return count === null ? NO_FIGURE : written(count, {});
}

/** A difference of counts with its sign, `+92`. */
export function formatCountChange(count: number): string {
  return written(count, { signDisplay: 'exceptZero' });
}

export function formatRatio(value: number | null, fractionDigits = 2): string {
  return value === null ? NO_FIGURE : written(value, decimals(fractionDigits));
}

export function formatRate(rate: number | null, fractionDigits = 1): string {
  return rate === null ? NO_FIGURE : written(rate, { style: 'percent', ...decimals(fractionDigits) });
}

/** A change with its sign, `+4.2%`, for text beside a figure. */
export function formatChange(rate: number | null): string {
  if (rate === null) return NO_FIGURE;
  return written(rate, { style: 'percent', signDisplay: 'exceptZero', ...decimals(1) });
}

/** A change of a rate in percentage points, `+0.5 pts`. */
export function formatPoints(points: number | null, fractionDigits = 1): string {
  if (points === null) return NO_FIGURE;
  return `${written(points * 100, { signDisplay: 'exceptZero', ...decimals(fractionDigits) })} pts`;
}

/** A format is dear to make and is used for every row: one is made per locale. */
function perLocale(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return () => {
    const locale = localeNow();
    const format = made.get(locale) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    made.set(locale, format);
    return format;
  };
}
const day = perLocale({ day: 'numeric', month: 'short', year: 'numeric' });
const weekday = perLocale({ weekday: 'short', day: 'numeric', month: 'short' });

/** `22 Nov 2026`. The date is read and written in UTC, so the reader's zone cannot move it. */
export function formatDay(date: BusinessDate): string {
  return day().format(new Date(`${date}T00:00:00Z`));
}

/** `Sun 22 Nov`, for axes and headings where the year is plain. */
export function formatWeekday(date: BusinessDate): string {
  return weekday().format(new Date(`${date}T00:00:00Z`));
}

const month = perLocale({ month: 'short', year: 'numeric' });

/** `Nov 2026`, for the month a day lies in. */
export function formatMonth(date: BusinessDate): string {
  return month().format(new Date(`${date}T00:00:00Z`));
}

/** `26 Oct – 22 Nov 2026`: what both ends share is written once. */
export function formatPeriod({ from, to }: Period): string {
  return from === to
    ? formatDay(from)
    : day().formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** An instant as `23 Nov 2026, 04:12` on the clock of the stores. */
export function formatInstant(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(localeNow(), { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
    instant,
  );
}

/** An instant as `14:05` on the clock of the stores. */
export function formatTimeOfDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(localeNow(), { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    instant,
  );
}

/** How long ago, in the largest whole unit; a clock that runs a little ahead is not the future. */
export function formatAge(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  if (seconds < 60) return `${seconds} s ago`;
  return seconds < 3_600 ? `${Math.floor(seconds / 60)} min ago` : `${Math.floor(seconds / 3_600)} h ago`;
}

/** Which stores a figure covers, in words. */
export function scopeInWords(scope: ScopeOfStores): string {
  return scope.kind === 'all' ? 'All stores' : `Stores ${[...scope.storeIds].sort().join(', ')}`;
}
