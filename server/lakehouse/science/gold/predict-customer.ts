import { expectedPurchases } from '../customers/expected-purchases.ts';
import { expectedSpend } from '../customers/gamma-gamma.ts';
import { discountedPurchases } from '../customers/predicted-clv.ts';
import { isPossible, type PurchaseHistory } from '../customers/purchase-history.ts';
import { countAt, cumulativePurchases, spendInterval } from '../customers/spend-forecast.ts';
import { seededRandom } from '../draws.ts';
import type { CustomerTerms } from './customer-histories.ts';
import { type CustomerModels, weaker } from './customer-models.ts';

/** Weeks ahead that are predicted, and the yearly rate at which what comes later is worth less. */
export const HORIZON_WEEKS = 52;
export const DISCOUNT_RATE = 0.1;
/** Of each interval. */
export const LEVEL = 0.9;
const FUTURES = 200;
const TERMS = { horizon: HORIZON_WEEKS, discountRate: Math.log(1 + DISCOUNT_RATE) / (365.25 / 7) };

/** What is expected of one customer over the horizon; empty where the models say nothing. */
export function predictCustomer(
  { purchases, spend }: CustomerModels,
  history: PurchaseHistory,
  { netRate, marginRate }: CustomerTerms,
) {
  const evidence = weaker(purchases.grade, spend.grade);
  const model = purchases.parameters;
  if (!model || !isPossible(history)) return { evidence: 'none' };
  const cumulative = cumulativePurchases(model, history, HORIZON_WEEKS);
  const expected = expectedPurchases(model, history, HORIZON_WEEKS);
  const tail = (1 - LEVEL) / 2;
  const counted = {
    churn_probability: cumulative[0] ?? 1,
    expected_purchases: expected,
    purchases_low: countAt(cumulative, tail),
    purchases_high: countAt(cumulative, 1 - tail),
  };
  const worth = spend.parameters && expectedSpend(spend.parameters, history);
  if (!spend.parameters || worth === null) return { evidence, ...counted };
  const discounted = discountedPurchases(model, history, TERMS);
  // The same customer gets the same interval in every build, whoever else is in it.
  const random = seededRandom(Number(history.customer));
  const options = { futures: FUTURES, level: LEVEL };
  const { low, high } = spendInterval(cumulative, spend.parameters, history, options, random);
  const later = expected > 0 ? discounted / expected : 1;
  const value = { mean: discounted * worth, low: low * later, high: high * later };
  return {
    ...{ evidence, ...counted },
    predicted_sales: value.mean * netRate,
    predicted_sales_low: value.low * netRate,
    predicted_sales_high: value.high * netRate,
    ...(marginRate === null
      ? {}
      : {
          predicted_clv: value.mean * marginRate,
          predicted_clv_low: value.low * marginRate,
          predicted_clv_high: value.high * marginRate,
        }),
  };
}
