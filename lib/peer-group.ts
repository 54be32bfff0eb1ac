import { type BusinessDate, daysBetween } from './business-date.ts';

/** What makes stores comparable with each other. */
export interface StoreProfile {
  readonly storeId: string;
  readonly storeName: string;
  readonly region: string;
  readonly format: string;
  readonly sellingAreaM2: number | null;
  readonly openedOn: BusinessDate | null;
}

/** As many as a store is held against, where there are as many like it. */
export const MOST_PEERS = 5;
/** With fewer there is nothing to be held against. */
export const FEWEST_PEERS = 3;
/** Further apart than this stores are not alike: another format and nothing else still is near, another and half the size not. */
const FURTHEST = 1.5;

const DAYS_OF_YEAR = 365;
/** After three years a store is as grown as it gets. */
const GROWN_YEARS = 3;

export const PEER_WORDS = `Peers are up to ${MOST_PEERS} other stores nearest in format, selling area, age and region, in this order of weight. They are taken from the stores you may see; with fewer than ${FEWEST_PEERS} alike among them there is no benchmark.`;

/**
 * How unlike two stores are: 1 for another format, 1 for double the area, up to ½ for age below three years, ¼ for
 * another region. What nobody knows of either counts as half a difference.
 */
export function distance(a: StoreProfile, b: StoreProfile, asOf: BusinessDate): number {
  const format = a.format === b.format ? 0 : 1;
  const area =
    a.sellingAreaM2 === null || b.sellingAreaM2 === null
      ? 0.5
      : Math.abs(Math.log2(a.sellingAreaM2 / b.sellingAreaM2));
  const age = Math.abs(grownYears(a, asOf) - grownYears(b, asOf)) / (2 * GROWN_YEARS);
  return format + area + age + (a.region === b.region ? 0 : 0.25);
}

/** A store whose opening nobody knows is taken for an old one. */
function grownYears({ openedOn }: StoreProfile, asOf: BusinessDate): number {
  if (openedOn === null) return GROWN_YEARS;
  return Math.min(GROWN_YEARS, Math.max(0, daysBetween(openedOn, asOf) / DAYS_OF_YEAR));
}

/** The stores to hold one against, nearest first; none where too few are like it. */
export function peersOf(
  store: StoreProfile,
  stores: readonly StoreProfile[],
  asOf: BusinessDate,
): readonly StoreProfile[] {
  const near = stores
    .filter(({ storeId }) => storeId !== store.storeId)
    .map((other) => ({ other, apart: distance(store, other, asOf) }))
    .filter(({ apart }) => apart <= FURTHEST)
    .sort((a, b) => a.apart - b.apart || a.other.storeId.localeCompare(b.other.storeId))
    .slice(0, MOST_PEERS)
    .map(({ other }) => other);
  return near.length < FEWEST_PEERS ? [] : near;
}
