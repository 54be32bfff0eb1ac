import { logGamma } from '../log-gamma.ts';
import type { BgNbd } from './bg-nbd.ts';
import type { PurchaseHistory } from './purchase-history.ts';

/** Chance from 0 to 1 that the customer will still buy (Fader, Hardie and Lee 2005; 1 where nothing was bought again). */
export function probabilityAlive(
  { r, alpha, a, b }: BgNbd,
  { frequency, recency, age }: PurchaseHistory,
): number {
  if (frequency === 0) return 1;
  const odds = (r + frequency) * Math.log((alpha + age) / (alpha + recency));
  return 1 / (1 + Math.exp(Math.log(a / (b + frequency - 1)) + odds));
}

/** Purchases expected of this customer within `time` after the end of observation, in the unit of the histories. */
export function expectedPurchases(model: BgNbd, history: PurchaseHistory, time: number): number {
  return probabilityAlive(model, history) * purchasesFromBirth(whileAlive(model, history), time);
}

/**
 * What is known of a customer who is still there: its rate is Gamma(r + x, alpha + T) and its chance to leave
 * Beta(a, b + x), independently, so the future is a BG/NBD of its own. Exact, not an approximation.
 */
export function whileAlive({ r, alpha, a, b }: BgNbd, { frequency, age }: PurchaseHistory): BgNbd {
  return { r: r + frequency, alpha: alpha + age, a, b: b + frequency };
}

/** Repeat purchases expected of somebody new within `time` of the first purchase. */
export function purchasesFromBirth({ r, alpha, a, b }: BgNbd, time: number): number {
  if (time <= 0) return 0;
  // The formula divides by a - 1; beside 1 its limit is near enough.
  const leaving = Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a;
  const logShare = r * Math.log(alpha / (alpha + time));
  const still = scaledHypergeometric(r, b, leaving + b - 1, time / (alpha + time), logShare);
  return ((leaving + b - 1) / (leaving - 1)) * (1 - still);
}

const MOST_TERMS = 2_000_000;
const RESCALE = 1e200;

/** exp(logScale) x Gauss's 2F1(a, b; c; z) for 0 <= z < 1, summed term by term without overflow. */
function scaledHypergeometric(a: number, b: number, c: number, z: number, logScale: number): number {
  let term = 1;
  let sum = 1;
  let log = logScale;
  for (let k = 0; k < MOST_TERMS; k++) {
    const ratio = (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    term *= ratio;
    sum += term;
    if (ratio < 1 && Math.abs(term) < 1e-16 * Math.abs(sum)) break;
    if (Math.abs(sum) > RESCALE) {
      term /= RESCALE;
      sum /= RESCALE;
      log += Math.log(RESCALE);
    }
  }
  return Math.sign(sum) * Math.exp(log + Math.log(Math.abs(sum)));
}

/** Chance of exactly `count` repeat purchases within `time` of the first one (equation 8 of the paper), for 0, 1, 2 … */
export function* purchaseCountChances({ r, alpha, a, b }: BgNbd, time: number): Generator<number> {
  const logBeta = (one: number, other: number) => logGamma(one) + logGamma(other) - logGamma(one + other);
  const whole = logBeta(a, b);
  const logQuiet = r * Math.log(alpha / (alpha + time));
  const logBusy = Math.log(time / (alpha + time));
  let reached = 1; // chance that somebody who never leaves makes at least `count` purchases
  for (let count = 0; ; count++) {
    const chance = Math.exp(
      logGamma(r + count) -
        logGamma(r) -
        logGamma(count + 1) +
        logQuiet +
        (count === 0 ? 0 : count * logBusy),
    );
    const stays = chance * Math.exp(logBeta(a, b + count) - whole);
    const leaves = count === 0 ? 0 : Math.max(0, reached) * Math.exp(logBeta(a + 1, b + count - 1) - whole);
    yield stays + leaves;
    reached -= chance;
  }
}

export interface PurchaseForecast {
  readonly probabilityAlive: number;
  /** Chance of no purchase at all within the time. */
  readonly churnProbability: number;
  readonly expected: number;
  /** Whole purchases: the customer's own count falls from `low` to `high` with a chance of at least `level`. */
  readonly low: number;
  readonly high: number;
}

const MOST_PURCHASES = 100_000;

/** Expected purchases with the central predictive interval of the count, which holds chance and unknown rate alike. */
export function forecastPurchases(
  model: BgNbd,
  history: PurchaseHistory,
  time: number,
  level = 0.9,
): PurchaseForecast {
  const alive = probabilityAlive(model, history);
  const future = whileAlive(model, history);
  const tail = (1 - level) / 2;
  let below = 1 - alive;
  let low = -1;
  let none = 1;
  let count = 0;
  for (const chance of time > 0 ? purchaseCountChances(future, time) : [1]) {
    below += alive * chance;
    if (count === 0) none = Math.min(1, below);
    if (low < 0 && below >= tail) low = count;
    if (below >= 1 - tail || count >= MOST_PURCHASES) break;
    count++;
  }
  const expected = alive * purchasesFromBirth(future, time);
  return { probabilityAlive: alive, churnProbability: none, expected, low: Math.max(0, low), high: count };
}
