/**
 * What was sold of each product in each store, day by day, with all that is known of those days. Days are counted from
 * `firstDay`; those from `days` on lie ahead.
 */
export interface DemandCube {
  /** YYYY-MM-DD. */
  readonly firstDay: string;
  /** Days that have closed. */
  readonly days: number;
  readonly horizon: number;
  readonly stores: readonly CubeStore[];
  readonly products: readonly CubeProduct[];
  readonly categories: readonly string[];
  readonly pairs: readonly CubePair[];
  /** By day, ahead too: the public holiday it is, or empty. */
  readonly holidays: readonly string[];
}

export interface CubeStore {
  readonly id: string;
  readonly region: string;
  /** By day, ahead too: 1 where it trades. */
  readonly isOpen: Uint8Array;
  /** Null where nobody noted any. */
  readonly weather: StoreWeather | null;
}

/** By day, ahead as far as it is foreseen: NaN where it is not known. */
export interface StoreWeather {
  /** Highest of the day, degrees Celsius. */
  readonly temperature: Float32Array;
  /** Millimetres of the day. */
  readonly rain: Float32Array;
}

export interface CubeProduct {
  readonly id: string;
  readonly category: number;
  /** By day, ahead too: logarithm of the regular price; null where none is known or it never moved. */
  readonly logPrice: Float32Array | null;
  /** By day, ahead too: share taken off in a promotion; null without any. */
  readonly reduction: Float32Array | null;
}

/** A product in a store. Online orders count where they were sent from: that is the stock they draw on. */
export interface CubePair {
  readonly store: number;
  readonly product: number;
  /** First day on which it could be bought. */
  readonly from: number;
  /** Units by day. */
  readonly sold: Float32Array;
  /** By day: how far stock let demand be seen. */
  readonly stock: Uint8Array;
}

export const IN_STOCK = 0;
/** The day ended with an empty shelf: at least what was sold was wanted. */
export const RAN_OUT = 1;
/** Nothing was there all day: sales say nothing of demand. */
export const EMPTY = 2;

const DAY = 86_400_000;

/** 0 for Monday … 6 for Sunday. */
export function weekdayOf(cube: DemandCube, day: number): number {
  return (new Date(Date.parse(cube.firstDay) + day * DAY).getUTCDay() + 6) % 7;
}

export function dateOf(cube: DemandCube, day: number): string {
  return new Date(Date.parse(cube.firstDay) + day * DAY).toISOString().slice(0, 10);
}
