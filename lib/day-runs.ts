import { addDays, type BusinessDate, daysBetween, eachDay } from './business-date.ts';
import type { Period } from './period.ts';

/** A run of days beside the run it is held against, day by day; both are as long. */
export interface DayRun {
  readonly period: Period;
  readonly basis: Period;
}

/**
 * Lays every day of a period beside its counterpart, in as few runs as there are. A day without a counterpart is in
 * none of them.
 */
export function dayRuns(
  period: Period,
  counterpart: (day: BusinessDate) => BusinessDate | undefined,
): DayRun[] {
  const runs: DayRun[] = [];
  for (const day of eachDay(period.from, period.to)) {
    const against = counterpart(day);
    if (against === undefined) continue;
    const last = runs.at(-1);
    if (last && addDays(last.period.to, 1) === day && addDays(last.basis.to, 1) === against)
      runs[runs.length - 1] = {
        period: { from: last.period.from, to: day },
        basis: { from: last.basis.from, to: against },
      };
    else runs.push({ period: { from: day, to: day }, basis: { from: against, to: against } });
  }
  return runs;
}

/** The day a day is held against; null where it has no counterpart. */
export function counterpartIn(runs: readonly DayRun[], day: BusinessDate): BusinessDate | null {
  const run = runs.find(({ period }) => period.from <= day && day <= period.to);
  return run ? addDays(run.basis.from, daysBetween(run.period.from, day)) : null;
}

/** The days of some runs in order, those that touch put together: as few periods as name the same days. */
export function joinPeriods(periods: readonly Period[]): Period[] {
  const joined: Period[] = [];
  for (const period of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last && period.from <= addDays(last.to, 1))
      joined[joined.length - 1] = { from: last.from, to: period.to > last.to ? period.to : last.to };
    else joined.push(period);
  }
  return joined;
}

/** From the first day of some periods to the last, with what lies between them. */
export function hull(periods: readonly [Period, ...Period[]]): Period {
  const joined = joinPeriods(periods);
  return { from: joined[0]?.from ?? periods[0].from, to: joined.at(-1)?.to ?? periods[0].to };
}
