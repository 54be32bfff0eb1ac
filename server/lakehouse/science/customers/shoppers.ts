import { drawBeta, drawExponential, drawGamma, type Random } from '../draws.ts';
import type { BgNbd } from './bg-nbd.ts';
import type { GammaGamma } from './gamma-gamma.ts';
import type { PurchaseHistory } from './purchase-history.ts';

/** A made-up customer whose future is known. */
export interface Shopper {
  readonly history: PurchaseHistory;
  /** Purchases between the end of observation and `until` after it. */
  readonly later: number;
}

/** Customers who behave as the models say, born over the first twelve of 39 weeks: what tests of the models stand on. */
export function shoppers(
  count: number,
  buying: BgNbd,
  spend: GammaGamma,
  until: number,
  random: Random,
): Shopper[] {
  return Array.from({ length: count }, (_, number) => {
    const age = 27 + 12 * random();
    const rate = drawGamma(buying.r, buying.alpha, random);
    const leaving = drawBeta(buying.a, buying.b, random);
    const nu = drawGamma(spend.q, spend.v, random);
    const spent: number[] = [];
    let recency = 0;
    let later = 0;
    for (
      let time = drawExponential(rate, random);
      time < age + until;
      time += drawExponential(rate, random)
    ) {
      if (time > age) later++;
      else {
        spent.push(drawGamma(spend.p, nu, random));
        recency = time;
      }
      if (random() < leaving) break;
    }
    const monetary = spent.length === 0 ? 0 : spent.reduce((sum, amount) => sum + amount, 0) / spent.length;
    return { history: { customer: `${number}`, frequency: spent.length, recency, age, monetary }, later };
  });
}
