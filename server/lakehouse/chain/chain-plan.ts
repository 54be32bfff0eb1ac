import { addDays, type BusinessDate, businessDate } from '#lib/business-date.ts';

/** What a made-up chain is made from: equal plans give equal rows, on every machine. */
export interface ChainPlan {
  readonly seed: number;
  readonly stores: number;
  /** Beyond those that the catalogue names they come in sizes and colours, and no store has room for all. */
  readonly products: number;
  /** Business days held, ending with the last closed one. */
  readonly days: number;
  readonly lastClosedDate: BusinessDate;
}

/** Size S: a year of whole weeks and five before it to compare with; about two million lines. */
export const DEFAULT_CHAIN: ChainPlan = {
  seed: 1,
  stores: 20,
  products: 400,
  days: 364 + 35,
  lastClosedDate: businessDate('2026-11-22'),
};

export type ChainSize = 'S' | 'M' | 'L';

export const CHAIN_SIZES: Readonly<Record<ChainSize, ChainPlan>> = {
  S: DEFAULT_CHAIN,
  /** About thirty million lines. */
  M: { ...DEFAULT_CHAIN, stores: 200, days: 546 },
  /** About a hundred million lines of 350,000 products in stores. */
  L: { ...DEFAULT_CHAIN, stores: 500, products: 20_000 },
};

export function firstDay({ days, lastClosedDate }: ChainPlan): BusinessDate {
  return addDays(lastClosedDate, 1 - days);
}
