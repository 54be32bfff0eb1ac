import { drawGamma, type Random } from '../draws.ts';
import type { BgNbd } from './bg-nbd.ts';
import { probabilityAlive, purchaseCountChances, whileAlive } from './expected-purchases.ts';
import type { GammaGamma } from './gamma-gamma.ts';
import type { PurchaseHistory } from './purchase-history.ts';

const MOST_PURCHASES = 2_000;
const ALL_BUT = 1e-6;

/** Chance of at most 0, 1, 2 … purchases within `time` after the end of observation, until next to nothing is left. */
export function cumulativePurchases(model: BgNbd, history: PurchaseHistory, time: number): number[] {
  const alive = probabilityAlive(model, history);
  const cumulative: number[] = [];
  let below = 1 - alive;
  for (const chance of time > 0 ? purchaseCountChances(whileAlive(model, history), time) : [1]) {
    below += alive * chance;
    cumulative.push(Math.min(1, below));
    if (below >= 1 - ALL_BUT || cumulative.length > MOST_PURCHASES) break;
  }
  return cumulative;
}

/** The least count that is not exceeded with the chance. */
export function countAt(cumulative: readonly number[], chance: number): number {
  const count = cumulative.findIndex((below) => below >= chance);
  return count < 0 ? cumulative.length - 1 : count;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Central predictive interval of what a customer will spend, before any discount: counts come from their distribution
 * at even steps, the spend of so many purchases from Gamma-Gamma given the customer's own past. Two draws a future,
 * however many purchases it holds, so that a whole chain takes seconds.
 */
export function spendInterval(
  cumulative: readonly number[],
  { p, q, v }: GammaGamma,
  { frequency, monetary }: PurchaseHistory,
  { futures, level }: { readonly futures: number; readonly level: number },
  random: Random,
): Interval {
  const bought = monetary > 0 ? frequency : 0;
  const shape = q + p * bought;
  const rate = v + bought * monetary;
  const values = new Float64Array(futures);
  let count = 0;
  for (let future = 0; future < futures; future++) {
    const chance = (future + 0.5) / futures;
    while (count + 1 < cumulative.length && (cumulative[count] as number) < chance) count++;
    if (count > 0) values[future] = drawGamma(p * count, drawGamma(shape, rate, random), random);
  }
  values.sort();
  const tail = (1 - level) / 2;
  const quantile = (share: number) => values[Math.min(futures - 1, Math.floor(share * futures))] ?? 0;
  return { low: quantile(tail), high: quantile(1 - tail) };
}
