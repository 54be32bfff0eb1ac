import type { Staleness } from '#lib/answer.ts';
import { addDays, type BusinessDate } from '#lib/business-date.ts';
import type { ComparableHour, UsualStore } from '#lib/comparable-day.ts';
import type { RowScope } from '#lib/scope.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { listComparableHours } from '#server/synapse/today/list-comparable-hours.ts';
import { listUsualStores } from '#server/synapse/today/list-usual-stores.ts';

const WEEKS = 8;

export interface UsualDay {
  /** The day before the one now open. */
  readonly lastClosed: BusinessDate;
  /** The last day with today's weekday. */
  readonly lastWeek: BusinessDate;
  readonly hours: readonly ComparableHour[];
  readonly stores: readonly UsualStore[];
  readonly currency: string;
  readonly stale: Staleness | null;
}

/** The last eight days of today's weekday over a scope. @throws one of the errors of the data layer */
export async function getUsualDay(scope: RowScope): Promise<UsualDay> {
  const lake = await getLakeStatus();
  const lastWeek = addDays(lake.lastClosedDate, -6);
  const period = { from: addDays(lastWeek, -7 * (WEEKS - 1)), to: lastWeek };
  const [hours, stores] = await Promise.all([
    listComparableHours({ period }, scope),
    listUsualStores({ period }, scope),
  ]);
  const stale = hours.stale ?? stores.stale;
  return {
    lastClosed: lake.lastClosedDate,
    lastWeek,
    hours: hours.rows,
    stores: stores.rows,
    currency: lake.currency,
    stale,
  };
}
