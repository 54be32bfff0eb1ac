import { formatCount, formatDay, formatInstant } from './figures.ts';
import type { LakeStatus } from './lake-status.ts';

/** What a figure covers, how old it is, which question it answers: pairs of a name and a value, in this order. */
export type Facts = readonly (readonly [name: string, value: string])[];

interface FigureCircumstances {
  /** Days and stores, in words. */
  readonly covers: string;
  /** When the source answered, epoch milliseconds. */
  readonly queriedAt: number;
  /** Name of the SQL question. */
  readonly question: string;
  /** What else is to be known: a basis, peers, a grade of evidence. */
  readonly more?: Facts;
}

/** What stands behind a figure of the lake, in the same order on every page. */
export function figureFacts(
  lake: LakeStatus,
  { covers, queriedAt, question, more = [] }: FigureCircumstances,
): Facts {
  return [
    ['Covers', covers],
    ...more,
    ['Closed to', formatDay(lake.lastClosedDate)],
    ['Loaded', formatInstant(new Date(lake.loadedAt), lake.timeZone)],
    ['Asked', formatInstant(new Date(queriedAt), lake.timeZone)],
    ['Checks', checksInWords(lake)],
    ['Question', question],
  ];
}

function checksInWords({ checks, failedChecks }: LakeStatus): string {
  if (checks === 0) return 'none were made';
  if (failedChecks === 0) return `all ${formatCount(checks)} of this build hold`;
  return `${formatCount(failedChecks)} of ${formatCount(checks)} of this build do not hold`;
}
