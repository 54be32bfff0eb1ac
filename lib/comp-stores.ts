import { addDays, type BusinessDate } from './business-date.ts';
import type { Comparison } from './comparison.ts';
import { fiscalPeriodStart } from './fiscal-calendar.ts';
import type { Period, SearchParams } from './period.ts';

/** When a store traded; a day is null where nobody knows it or it did not come. */
export interface StoreLife {
  readonly storeId: string;
  readonly openedOn: BusinessDate | null;
  /** First day after the last trading day. */
  readonly closedOn: BusinessDate | null;
  readonly remodelFrom: BusinessDate | null;
  readonly remodelTo: BusinessDate | null;
}

/** Full fiscal periods a store must have traded before it counts: little more than a year, so that its opening is past. */
export const COMP_PERIODS = 13;

export const COMP_WORDS = `comparable stores only: open for ${COMP_PERIODS} full fiscal periods, neither shut nor being remodelled on these days or on those they are compared with`;

/** Whether a store is comparable (like for like) between a period and its basis. */
export function isCompStore(
  { openedOn, closedOn, remodelFrom, remodelTo }: StoreLife,
  period: Period,
  { days }: Pick<Comparison, 'days'>,
): boolean {
  if (openedOn !== null && fullPeriods(openedOn, period.from) < COMP_PERIODS) return false;
  if (closedOn !== null && closedOn <= period.to) return false;
  if (remodelFrom === null) return true;
  const works = { from: remodelFrom, to: remodelTo ?? period.to };
  return ![period, ...days].some(({ from, to }) => works.from <= to && works.to >= from);
}

/** Fiscal periods that lie wholly between two days; counting ends at COMP_PERIODS. */
function fullPeriods(from: BusinessDate, before: BusinessDate): number {
  let count = 0;
  let start = fiscalPeriodStart(before);
  while (count < COMP_PERIODS) {
    start = fiscalPeriodStart(addDays(start, -1));
    if (start < from) return count;
    count += 1;
  }
  return count;
}

/** Whether an address asks for comparable stores only: `?comp=yes`. */
export function chooseComp({ comp }: SearchParams): boolean {
  return comp === 'yes';
}
