import { addDays, type BusinessDate, businessDate, daysBetween, isoWeekday } from './business-date.ts';

/**
 * How a fiscal year is cut into periods of whole weeks. The NRF's own is 4-5-4. The 53rd week of a long year is the
 * last week of its last period.
 */
export type FiscalPattern = '4-5-4' | '4-4-5' | '13-period';

const WEEKS_OF_PERIODS: Readonly<Record<FiscalPattern, readonly number[]>> = {
  '4-5-4': [4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4],
  '4-4-5': [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5],
  '13-period': [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
};

export interface FiscalDay {
  /** The calendar year in which the fiscal year begins. */
  readonly fiscalYear: number;
  /** 1 … 12, or 13. */
  readonly fiscalPeriod: number;
  /** 1 … 52, or 53. Weeks begin on Sunday. */
  readonly fiscalWeek: number;
  readonly weekOfPeriod: number;
}

/** The Sunday after the Saturday nearest 31 January. */
export function fiscalYearStart(fiscalYear: number): BusinessDate {
  const endOfJanuary = businessDate(`${String(fiscalYear).padStart(4, '0')}-01-31`);
  const sinceSaturday = (isoWeekday(endOfJanuary) + 1) % 7;
  return addDays(endOfJanuary, 1 + (sinceSaturday <= 3 ? -sinceSaturday : 7 - sinceSaturday));
}

export function weeksInFiscalYear(fiscalYear: number): 52 | 53 {
  return daysBetween(fiscalYearStart(fiscalYear), fiscalYearStart(fiscalYear + 1)) === 371 ? 53 : 52;
}

export function fiscalDay(date: BusinessDate, pattern: FiscalPattern = '4-5-4'): FiscalDay {
  const year = Number(date.slice(0, 4));
  const fiscalYear = date < fiscalYearStart(year) ? year - 1 : year;
  const fiscalWeek = 1 + Math.floor(daysBetween(fiscalYearStart(fiscalYear), date) / 7);
  const periods = WEEKS_OF_PERIODS[pattern];
  let weekOfPeriod = fiscalWeek;
  let fiscalPeriod = 1;
  for (const weeks of periods) {
    if (weekOfPeriod <= weeks || fiscalPeriod === periods.length) break;
    weekOfPeriod -= weeks;
    fiscalPeriod += 1;
  }
  return { fiscalYear, fiscalPeriod, fiscalWeek, weekOfPeriod };
}

/** The Sunday a day's fiscal week begins on. */
export function fiscalWeekStart(date: BusinessDate): BusinessDate {
  return addDays(date, -(isoWeekday(date) % 7));
}

/** The Sunday a day's fiscal period begins on. */
export function fiscalPeriodStart(date: BusinessDate): BusinessDate {
  return addDays(fiscalWeekStart(date), -7 * (fiscalDay(date).weekOfPeriod - 1));
}

/**
 * The day a year ago that is compared with this one when the year before is restated: the same weekday 52 weeks
 * earlier. After a year of 53 weeks its first week drops out, so that holidays stay beside holidays.
 */
export function restatedLastYear(date: BusinessDate): BusinessDate {
  return addDays(date, -364);
}

/** The same day of the same fiscal week a year ago; undefined in a 53rd week that the year before did not have. */
export function sameWeekLastYear(date: BusinessDate): BusinessDate | undefined {
  const { fiscalYear, fiscalWeek } = fiscalDay(date);
  if (fiscalWeek > weeksInFiscalYear(fiscalYear - 1)) return undefined;
  return addDays(fiscalYearStart(fiscalYear - 1), daysBetween(fiscalYearStart(fiscalYear), date));
}
