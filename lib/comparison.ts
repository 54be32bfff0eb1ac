import { addDays } from './business-date.ts';
import { formatDay, formatPeriod } from './figures.ts';
import { sameWeekLastYear } from './fiscal-calendar.ts';
import { daysIn, isHeld, type Period, previousPeriod, type SearchParams } from './period.ts';

/** What a period can be measured against. The name is what stands in the address. */
export const BASES = {
  previous: { title: 'Days before' },
  'last-year': { title: 'Last year' },
  'last-fiscal-year': { title: 'Last fiscal year' },
} as const;
export type BasisName = keyof typeof BASES;
export const DEFAULT_BASIS: BasisName = 'previous';

export interface Comparison {
  readonly basis: BasisName;
  /** As many days as the period has. Asked for even where it is not held whole. */
  readonly period: Period;
  /** False where a comparison would not be a fair one: then no change is shown, and `words` says why. */
  readonly isFair: boolean;
  /** What the changes are measured against, or why there are none. */
  readonly words: string;
}

export function chooseBasis({ basis }: SearchParams): BasisName {
  return typeof basis === 'string' && Object.hasOwn(BASES, basis) ? (basis as BasisName) : DEFAULT_BASIS;
}

/** Lays a basis beside a period and says in words what it is. */
export function compare(period: Period, basis: BasisName, held: Period): Comparison {
  const against = basisPeriod(period, basis);
  if (against === null) {
    return {
      basis,
      period: previousPeriod(period),
      isFair: false,
      words: 'No comparison: the year before had no 53rd week.',
    };
  }
  const isFair = isHeld(against, held);
  const words = isFair
    ? `compared with ${WORDS[basis](daysIn(period))}: ${formatPeriod(against)}`
    : `No comparison: the days before ${formatDay(held.from)} are not held.`;
  return { basis, period: against, isFair, words };
}

const WORDS: Readonly<Record<BasisName, (days: number) => string>> = {
  previous: (days) => (days === 1 ? 'the day before' : `the ${days} days before`),
  'last-year': () => 'the same weekdays 52 weeks earlier',
  'last-fiscal-year': () => 'the same fiscal weeks of last year',
};

/** Null where the days have no counterpart: in a 53rd week that the fiscal year before did not have. */
function basisPeriod(period: Period, basis: BasisName): Period | null {
  if (basis === 'previous') return previousPeriod(period);
  if (basis === 'last-year') return { from: addDays(period.from, -364), to: addDays(period.to, -364) };
  const from = sameWeekLastYear(period.from);
  const to = sameWeekLastYear(period.to);
  // Over the end of a year of 53 weeks the counterparts are no longer one run of days.
  if (from === undefined || to === undefined || daysIn({ from, to }) !== daysIn(period)) return null;
  return { from, to };
}
