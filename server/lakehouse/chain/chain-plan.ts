import { type BusinessDate, businessDate } from '#lib/business-date.ts';

/** What a made-up chain is made from: equal plans give equal rows, on every machine. */
export interface ChainPlan {
  readonly seed: number;
  /** At most as many as `STORES` names. */
  readonly stores: number;
  /** At most as many as the catalogue holds. */
  readonly products: number;
  /** Business days held, ending with the last closed one. */
  readonly days: number;
  readonly lastClosedDate: BusinessDate;
}

/** A year of whole weeks, and five weeks before it to compare with. */
export const DEFAULT_CHAIN: ChainPlan = {
  seed: 1,
  stores: 20,
  products: 400,
  days: 364 + 35,
  lastClosedDate: businessDate('2026-11-22'),
};
