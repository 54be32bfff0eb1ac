import { drawBeta, drawExponential, drawGamma, type Random } from '../draws.ts';
import type { BgNbd } from './bg-nbd.ts';
import { expectedPurchases, probabilityAlive, whileAlive } from './expected-purchases.ts';
import { expectedSpend, type GammaGamma } from './gamma-gamma.ts';
import type { PurchaseHistory } from './purchase-history.ts';

export interface ClvTerms {
  /** How far ahead, in the time unit of the histories. */
  readonly horizon: number;
  /** Continuously compounded interest per time unit: ln(1 + yearly rate) / units of a year. */
  readonly discountRate: number;
  /** Share of spend that is margin: CLV is discounted future margin, never past revenue. */
  readonly marginRate: number;
  /** Simulated futures of a customer behind the interval. */
  readonly futures: number;
  /** Chance that the interval is to hold the customer's own value. */
  readonly level: number;
}

export interface PredictedClv {
  /** Expected discounted margin over the horizon, in the currency of the amounts. */
  readonly predictedClv: number;
  readonly low: number;
  readonly high: number;
}

/** Interest is smooth: within a twelfth of the horizon it is taken as that of the middle. */
const PERIODS = 12;

/** Expected value in closed form, the interval simulated. Null where the spend model has no mean. */
export function predictClv(
  purchases: BgNbd,
  spend: GammaGamma,
  history: PurchaseHistory,
  terms: ClvTerms,
  random: Random,
): PredictedClv | null {
  const worth = expectedSpend(spend, history);
  if (worth === null) return null;
  const { marginRate } = terms;
  const discounted = discountedPurchases(purchases, history, terms);
  const tail = (1 - terms.level) / 2;
  const values = simulateFutures(purchases, spend, history, terms, random);
  const quantile = (share: number) =>
    (values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0) * marginRate;
  return { predictedClv: discounted * worth * marginRate, low: quantile(tail), high: quantile(1 - tail) };
}

/** Purchases expected over the horizon, each worth what it is worth at the end of observation. */
export function discountedPurchases(
  purchases: BgNbd,
  history: PurchaseHistory,
  { horizon, discountRate }: Pick<ClvTerms, 'horizon' | 'discountRate'>,
): number {
  let discounted = 0;
  let before = 0;
  for (let period = 1; period <= PERIODS; period++) {
    const end = (period * horizon) / PERIODS;
    const until = expectedPurchases(purchases, history, end);
    discounted += (until - before) * Math.exp(-discountRate * (end - horizon / PERIODS / 2));
    before = until;
  }
  return discounted;
}

/** Discounted spend of possible futures, ascending: whether the customer is still there, rate and spend drawn anew. */
function simulateFutures(
  purchases: BgNbd,
  spend: GammaGamma,
  history: PurchaseHistory,
  { horizon, discountRate, futures }: ClvTerms,
  random: Random,
): Float64Array {
  const alive = probabilityAlive(purchases, history);
  const { r, alpha, a, b } = whileAlive(purchases, history);
  const bought = history.monetary > 0 ? history.frequency : 0;
  const shape = spend.q + spend.p * bought;
  const rate = spend.v + (bought === 0 ? 0 : bought * history.monetary);
  const values = new Float64Array(futures);
  for (let future = 0; future < futures; future++) {
    if (random() >= alive) continue;
    const buying = drawGamma(r, alpha, random);
    const leaving = drawBeta(a, b, random);
    const nu = drawGamma(shape, rate, random);
    let value = 0;
    for (
      let time = drawExponential(buying, random);
      time < horizon;
      time += drawExponential(buying, random)
    ) {
      value += drawGamma(spend.p, nu, random) * Math.exp(-discountRate * time);
      if (random() < leaving) break;
    }
    values[future] = value;
  }
  return values.sort();
}
