import type { UsualStore } from './comparable-day.ts';
import { type LiveSales, minuteOfDay } from './live-sales.ts';
import { type DayCurve, usualShareBy } from './pacing.ts';

/** So many tickets would usually have come since a store was last heard: that none did has a chance under one in a hundred. */
export const SILENT_TICKETS = 5;

/** What a store would usually have done since it was last heard; nothing where it is heard all the time. */
export interface Silence {
  readonly store: UsualStore;
  readonly tickets: number;
  /** Minor units. */
  readonly netSales: number;
}

/** The silence of every store that usually trades on this weekday, up to the latest time any store was heard. */
export function silences(
  sales: Pick<LiveSales, 'businessDate' | 'stores' | 'floorTime'>,
  usual: readonly UsualStore[],
  curves: readonly DayCurve[],
): Silence[] {
  if (sales.floorTime === null) return [];
  const shareNow = usualShareBy(curves, minuteOfDay(sales.businessDate, sales.floorTime));
  const heard = new Map(sales.stores.map((store) => [store.storeId, store.eventTime]));
  return usual.map((store) => {
    const last = heard.get(store.storeId);
    const shareThen = last === undefined ? 0 : usualShareBy(curves, minuteOfDay(sales.businessDate, last));
    const share = (shareNow - shareThen) / store.days;
    return { store, tickets: store.transactions * share, netSales: Number(store.netSales) * share };
  });
}
