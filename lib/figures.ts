import type { BusinessDate } from './business-date.ts';
import { localeNow } from './locale.ts';
import { type MinorUnits, toDecimalText } from './money.ts';
import type { Period } from './period.ts';
import type { ScopeOfStores } from './scope.ts';

/* How a figure is written for a person. One place decides, so the same number looks the same on every page. */
export const NO_FIGURE = '—';

/** Exact, to the minor unit: `Intl` reads the decimal text digit by digit, so no float stands in between. */
export function formatMoney(amount: MinorUnits | null, currency: string): string {
  if (amount === null) return NO_FIGURE;
  return new Intl.NumberFormat(localeNow(), { style: 'currency', currency }).format(
    toDecimalText(amount) as never,
  );
}

/** To the whole unit, for figures that are read at arm's length; the exact one stands beside it. */
export function formatMoneyWhole(amount: MinorUnits | null, currency: string): string {
  if (amount === null) return NO_FIGURE;
  const style = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(localeNow(), style).format(toDecimalText(amount) as never);
}

/** A difference of money with its sign, to the whole unit: `+£1,204`. */
export function formatMoneyChange(amount: MinorUnits, currency: string): string {
  const style = { style: 'currency', currency, maximumFractionDigits: 0, signDisplay: 'exceptZero' } as const;
  // A true minus: a hyphen lets a line break between itself and the amount.
  return new Intl.NumberFormat(localeNow(), style).format(toDecimalText(amount) as never).replace('-', '−');
}

/** Short form for axes and tight tables: £1.2m. */
export function formatMoneyShort(major: number, currency: string): string {
  return new Intl.NumberFormat(localeNow(), {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(major);
}

export function formatCount(count: number | bigint | null): string {
  return count === null ? NO_FIGURE : new Intl.NumberFormat(localeNow()).format(count);
}

export function formatRatio(value: number | null, fractionDigits = 2): string {
  if (value === null) return NO_FIGURE;
  const digits = { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits };
  return new Intl.NumberFormat(localeNow(), digits).format(value);
}

export function formatRate(rate: number | null, fractionDigits = 1): string {
  if (rate === null) return NO_FIGURE;
  return new Intl.NumberFormat(localeNow(), {
    style: 'percent',
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(rate);
}

/** A change with its sign, `+4.2%`, for text beside a figure. */
export function formatChange(rate: number | null): string {
  if (rate === null) return NO_FIGURE;
  return new Intl.NumberFormat(localeNow(), {
    style: 'percent',
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(rate);
}

/** A change of a rate in percentage points, `+0.5 pts`. */
export function formatPoints(points: number | null, fractionDigits = 1): string {
  if (points === null) return NO_FIGURE;
  const decimals = { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits };
  const digits = { signDisplay: 'exceptZero', ...decimals } as const;
  return `${new Intl.NumberFormat(localeNow(), digits).format(points * 100)} pts`;
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
