import { type MinorUnits, toDecimalText } from './money.ts';

/** How a figure is written for a person. One place decides, so the same number looks the same on every page. */
export const LOCALE = 'en-GB';
export const NO_FIGURE = '—';

/** Exact, to the minor unit: `Intl` reads the decimal text digit by digit, so no float stands in between. */
export function formatMoney(amount: MinorUnits | null, currency: string): string {
  if (amount === null) return NO_FIGURE;
  return new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).format(
    toDecimalText(amount) as never,
  );
}

/** Short form for axes and tight tables: £1.2m. */
export function formatMoneyShort(major: number, currency: string): string {
  return new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(major);
}

export function formatCount(count: number | bigint | null): string {
  return count === null ? NO_FIGURE : new Intl.NumberFormat(LOCALE).format(count);
}

export function formatRatio(value: number | null, fractionDigits = 2): string {
  if (value === null) return NO_FIGURE;
  const digits = { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits };
  return new Intl.NumberFormat(LOCALE, digits).format(value);
}

export function formatRate(rate: number | null): string {
  if (rate === null) return NO_FIGURE;
  return new Intl.NumberFormat(LOCALE, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(rate);
}

/** A change with its sign, `+4.2%`, for text beside a figure. */
export function formatChange(rate: number | null): string {
  if (rate === null) return NO_FIGURE;
  return new Intl.NumberFormat(LOCALE, {
    style: 'percent',
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(rate);
}
