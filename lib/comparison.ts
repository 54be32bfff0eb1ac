import { addDays, type BusinessDate } from './business-date.ts';
import { type DayRun, dayRuns, hull, joinPeriods } from './day-runs.ts';
import { formatDay, formatPeriod } from './figures.ts';
import { fiscalDay, restatedLastYear, weeksInFiscalYear } from './fiscal-calendar.ts';
import { holidayAligned, movedOccasions, type OccasionPair } from './moving-holidays.ts';
import {
  daysIn,
  isHeld,
  PERIOD_PRESETS,
  type Period,
  type PeriodPreset,
  previousPeriod,
  type SearchParams,
  type ToDate,
  toDateStart,
} from './period.ts';
import type { HolidayCountry } from './public-holidays.ts';

/** What a period can be measured against. The name is what stands in the address. */
export const BASES = {
  previous: { title: 'Days before' },
  'last-year': { title: 'Last year' },
  'last-fiscal-year': { title: 'Last fiscal year' },
  'last-year-holidays': { title: 'Holidays aligned' },
} as const;
export type BasisName = keyof typeof BASES;
export const DEFAULT_BASIS: BasisName = 'previous';

export interface Comparison {
  readonly basis: BasisName;
  /** From the first day of the basis to the last. Its days are `days`, which may leave some of these out. */
  readonly period: Period;
  /** The days of the basis: all between its ends, but where a holiday moved or a week has no counterpart. */
  readonly days: readonly [Period, ...Period[]];
  /** Day beside day, in order. Days of the period that are in no run have no counterpart. */
  readonly runs: readonly DayRun[];
  /** Days of the period that have a counterpart: a change is theirs. Usually the whole period. */
  readonly matched: readonly [Period, ...Period[]];
  /** False where a comparison would not be a fair one: then no change is shown, and `words` says why. */
  readonly isFair: boolean;
  /** What the changes are measured against, or why there are none. */
  readonly words: string;
}

export interface ComparisonChoice {
  /** Where the period came by a name: “to date” is held against the stretch before, cut at the same day. */
  readonly preset?: PeriodPreset | null;
  /** Whose holidays move; without one the basis that aligns them is refused. */
  readonly country?: HolidayCountry | null;
  /** True where the asker can measure a change over `matched` alone; else days without a counterpart make it unfair. */
  readonly leavesOut?: boolean;
}

export function chooseBasis({ basis }: SearchParams): BasisName {
  return typeof basis === 'string' && Object.hasOwn(BASES, basis) ? (basis as BasisName) : DEFAULT_BASIS;
}

/** Lays a basis beside a period and says in words what it is. */
export function compare(
  period: Period,
  basis: BasisName,
  held: Period,
  { preset = null, country = null, leavesOut = false }: ComparisonChoice = {},
): Comparison {
  const { counterpart, words, leaves } = plan(period, basis, toDateOf(preset, period), country);
  const runs = counterpart === null ? [] : dayRuns(period, counterpart);
  const [first, ...further] = joinPeriods(runs.map((run) => run.basis));
  const none = { basis, period: previousPeriod(period), days: [previousPeriod(period)] as const };
  if (first === undefined)
    return { ...none, runs, matched: [period], isFair: false, words: `No comparison: ${words}.` };
  const [matched, ...others] = joinPeriods(runs.map((run) => run.period));
  const days = [first, ...further] as const;
  const sides = { basis, period: hull(days), days, runs, matched: [matched ?? period, ...others] as const };
  const isWhole = others.length === 0 && matched !== undefined && daysIn(matched) === daysIn(period);
  if (!isWhole && !leavesOut) return { ...sides, isFair: false, words: `No comparison: ${leaves}.` };
  if (!days.every((run) => isHeld(run, held))) {
    const why = `No comparison: the days before ${formatDay(held.from)} are not held.`;
    return { ...sides, isFair: false, words: why };
  }
  const against = days.map(formatPeriod).join(' and ');
  const without = isWhole ? '' : `; ${leaves}, so these days are left out`;
  return { ...sides, isFair: true, words: `compared with ${words}: ${against}${without}` };
}

interface Plan {
  readonly counterpart: ((day: BusinessDate) => BusinessDate | undefined) | null;
  readonly words: string;
  /** Why a day may have no counterpart. */
  readonly leaves: string;
}

function plan(period: Period, basis: BasisName, toDate: ToDate | null, country: HolidayCountry | null): Plan {
  const leaves = 'the year before had no 53rd week';
  switch (basis) {
    case 'previous':
      return toDate === null ? daysBefore(period) : stretchBefore(period, toDate);
    case 'last-year':
      return {
        counterpart: (day) => addDays(day, -364),
        words: 'the same weekdays 52 weeks earlier',
        leaves,
      };
    case 'last-fiscal-year':
      return { counterpart: sameFiscalWeek, words: fiscalWords(period), leaves };
    case 'last-year-holidays': {
      if (country === null)
        return { counterpart: null, words: 'the public holidays of these stores are not known', leaves };
      const years = [period.from, period.to].map((day) => Number(day.slice(0, 4)));
      const moved = movedOccasions((years[0] ?? 0) - 1, (years[1] ?? 0) + 1, country);
      return { counterpart: holidayAligned(moved), words: holidayWords(period, moved), leaves };
    }
  }
}

function daysBefore(period: Period): Plan {
  const days = daysIn(period);
  return {
    counterpart: (day) => addDays(day, -days),
    words: days === 1 ? 'the day before' : `the ${days} days before`,
    leaves: '',
  };
}

const STRETCHES: Readonly<Record<ToDate, string>> = {
  week: 'fiscal week',
  period: 'fiscal period',
  year: 'fiscal year',
};

/** The stretch before this one, cut at the same day: its first day beside the first day. */
function stretchBefore({ from }: Period, toDate: ToDate): Plan {
  const last = addDays(from, -1);
  const start = toDateStart(toDate, last);
  const shift = daysIn({ from: start, to: last });
  return {
    counterpart: (day) => {
      const against = addDays(day, -shift);
      return against <= last ? against : undefined;
    },
    words: `the same days of the ${STRETCHES[toDate]} before`,
    leaves: `the ${STRETCHES[toDate]} before was shorter`,
  };
}

/** Whether a period is a stretch to date: only where it still begins where the stretch does. */
function toDateOf(preset: PeriodPreset | null, { from, to }: Period): ToDate | null {
  const named = preset && PERIOD_PRESETS[preset];
  if (!named || !('toDate' in named)) return null;
  return toDateStart(named.toDate, to) === from ? named.toDate : null;
}

/** Restated: after a year of 53 weeks its first week drops out. Its 53rd week itself is held against nothing. */
function sameFiscalWeek(day: BusinessDate): BusinessDate | undefined {
  return fiscalDay(day).fiscalWeek === 53 ? undefined : restatedLastYear(day);
}

function fiscalWords({ from, to }: Period): string {
  const years = new Set([from, to].map((day) => fiscalDay(day).fiscalYear - 1));
  const long = [...years].find((year) => weeksInFiscalYear(year) === 53);
  const same = 'the same fiscal weeks of last year';
  if (long === undefined || fiscalDay(to).fiscalYear - 1 < long) return same;
  return `${same}, restated without week 1 of ${long}, which had 53 weeks`;
}

function holidayWords({ from, to }: Period, moved: readonly OccasionPair[]): string {
  const within = moved.filter(
    ({ day, lastYear }) =>
      (day >= from && day <= to) || (addDays(lastYear, 364) >= from && addDays(lastYear, 364) <= to),
  );
  const names = [...new Set(within.map(({ occasion }) => occasion))];
  const weekdays = 'the same weekdays 52 weeks earlier';
  return names.length === 0
    ? `${weekdays} (no holiday moves between these days)`
    : `${weekdays}, ${names.join(' and ')} beside ${names.length === 1 ? 'itself' : 'themselves'}`;
}
