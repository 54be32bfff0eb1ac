import { addDays, type BusinessDate, daysBetween, isBusinessDate } from './business-date.ts';
import { fiscalDay, fiscalPeriodStart, fiscalWeekStart, fiscalYearStart } from './fiscal-calendar.ts';

/** Whole business days, both ends included. */
export interface Period {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** A fiscal stretch up to the last closed day; WTD, PTD and YTD are what merchants call them. */
export type ToDate = 'week' | 'period' | 'year';

/** What can be asked for by name: so many days, or a stretch of the 4-5-4 calendar so far. */
export const PERIOD_PRESETS = {
  'last-7-days': { days: 7, title: '7 days' },
  'last-28-days': { days: 28, title: '4 weeks' },
  'last-91-days': { days: 91, title: '13 weeks' },
  'last-364-days': { days: 364, title: '52 weeks' },
  'week-to-date': { toDate: 'week', title: 'Week to date' },
  'period-to-date': { toDate: 'period', title: 'Period to date' },
  'year-to-date': { toDate: 'year', title: 'Year to date' },
} as const satisfies Record<string, { title: string } & ({ days: number } | { toDate: ToDate })>;
export type PeriodPreset = keyof typeof PERIOD_PRESETS;
export const DEFAULT_PRESET: PeriodPreset = 'last-28-days';

export interface ChosenPeriod {
  readonly period: Period;
  /** The preset it came from; null for a range the person typed. */
  readonly preset: PeriodPreset | null;
  /** Why the period is not the one that was asked for; null when it is. */
  readonly notice: string | null;
}

/** The query of an address, as Next hands it to a page. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads the period from the URL: `?period=last-28-days`, or `?from=…&to=…`. What the lake does not hold is cut
 * off, and a range that cannot be read becomes the default, each with a notice that says so.
 */
export function choosePeriod(search: SearchParams, held: Period): ChosenPeriod {
  const { from, to, period } = search;
  if (typeof from === 'string' && typeof to === 'string') {
    if (!isBusinessDate(from) || !isBusinessDate(to) || from > to) {
      return {
        ...preset(DEFAULT_PRESET, held),
        notice: `“${from} – ${to}” is not a range of days; showing the default.`,
      };
    }
    const cut = clip({ from, to }, held);
    if (!cut) {
      return {
        ...preset(DEFAULT_PRESET, held),
        notice: `No day from ${from} to ${to} is held; showing the default.`,
      };
    }
    const changed = cut.from !== from || cut.to !== to;
    return {
      period: cut,
      preset: null,
      notice: changed ? `Days are held from ${held.from} to ${held.to}.` : null,
    };
  }
  if (typeof period === 'string' && Object.hasOwn(PERIOD_PRESETS, period))
    return preset(period as PeriodPreset, held);
  const unread = period !== undefined || from !== undefined || to !== undefined;
  return {
    ...preset(DEFAULT_PRESET, held),
    notice: unread ? 'The period in the address is not known; showing the default.' : null,
  };
}

function preset(name: PeriodPreset, held: Period): ChosenPeriod {
  const asked = PERIOD_PRESETS[name];
  const from = 'days' in asked ? addDays(held.to, 1 - asked.days) : toDateStart(asked.toDate, held.to);
  const cut = from < held.from;
  return {
    period: { from: cut ? held.from : from, to: held.to },
    preset: name,
    notice: cut ? `The first day held is ${held.from}.` : null,
  };
}

/** First day of the fiscal week, period or year a day lies in. */
export function toDateStart(stretch: ToDate, day: BusinessDate): BusinessDate {
  if (stretch === 'week') return fiscalWeekStart(day);
  return stretch === 'period' ? fiscalPeriodStart(day) : fiscalYearStart(fiscalDay(day).fiscalYear);
}

function clip(period: Period, held: Period): Period | null {
  const from = period.from < held.from ? held.from : period.from;
  const to = period.to > held.to ? held.to : period.to;
  return from <= to ? { from, to } : null;
}

export function daysIn({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

/** The same number of days immediately before. */
export function previousPeriod(period: Period): Period {
  return { from: addDays(period.from, -daysIn(period)), to: addDays(period.from, -1) };
}

/** A comparison is only fair when the basis is held whole. */
export function isHeld(period: Period, held: Period): boolean {
  return period.from >= held.from && period.to <= held.to;
}
