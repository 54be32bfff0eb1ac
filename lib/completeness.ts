import type { UsualStore } from './comparable-day.ts';
import { type LiveSales, minuteOfDay } from './live-sales.ts';
import type { DayCurve } from './pacing.ts';
import { SILENT_TICKETS, silences } from './silences.ts';

export interface Completeness {
  /** Stores expected today, or heard from though not expected. */
  readonly expectedStores: number;
  readonly missing: readonly UsualStore[];
  /** What the missing stores usually make of the whole day, 0 to 1. */
  readonly missingShare: number;
  /** Minutes since the midnight that begins the business date, up to which the others are in; null before any event. */
  readonly upTo: number | null;
}

/** Which of the stores that usually trade on this weekday are in. A store is missing when its silence is not chance. */
export function completeness(
  sales: Pick<LiveSales, 'businessDate' | 'stores' | 'floorTime'>,
  usual: readonly UsualStore[],
  curves: readonly DayCurve[],
): Completeness {
  const upTo = sales.floorTime === null ? null : minuteOfDay(sales.businessDate, sales.floorTime);
  const missing = silences(sales, usual, curves)
    .filter(({ tickets }) => tickets >= SILENT_TICKETS)
    .map(({ store }) => store);
  const whole = usual.reduce((sum, { netSales }) => sum + Number(netSales), 0);
  const gone = missing.reduce((sum, { netSales }) => sum + Number(netSales), 0);
  return {
    expectedStores: new Set([
      ...usual.map(({ storeId }) => storeId),
      ...sales.stores.map(({ storeId }) => storeId),
    ]).size,
    missing,
    missingShare: whole > 0 ? gone / whole : 0,
    upTo,
  };
}

/** `17 of 20 stores in, up to 14:05; the missing 3 are usually 9% of the day` */
export function completenessInWords({ expectedStores, missing, missingShare, upTo }: Completeness): string {
  if (upTo === null) return 'No store has reported yet';
  const stores = expectedStores === 1 ? 'store' : 'stores';
  const share = `usually ${Math.round(missingShare * 100)}% of the day`;
  if (missing.length === 0)
    return expectedStores === 1
      ? `The store is in, up to ${timeOfDay(upTo)}`
      : `All ${expectedStores} ${stores} in, up to ${timeOfDay(upTo)}`;
  const which =
    missing.length === 1 ? `the missing one is ${share}` : `the missing ${missing.length} are ${share}`;
  return `${expectedStores - missing.length} of ${expectedStores} ${stores} in, up to ${timeOfDay(upTo)}; ${which}`;
}

/** `14:05`; after midnight the clock begins again. */
export function timeOfDay(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(Math.floor(minute) % 60)}`;
}
