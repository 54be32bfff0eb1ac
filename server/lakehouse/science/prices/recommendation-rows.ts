import { type DemandCurve, effectOf } from '#lib/demand-curve.ts';
import { PRICE_RULES } from '#lib/price-guardrails.ts';
import type { priceRecommendations } from '#server/gold/tables/gold-prices.ts';
import type { ScienceRow } from '../gold/science-step.ts';
import type { ElasticityBelief } from './elasticity-belief.ts';
import { allowedPrices, type PriceGuardrails } from './guardrails.ts';
import type { PriceFacts } from './price-facts.ts';
import { beliefOf, expectedUnits, intervalOf, isUsable, LEVEL, type PriceStudy } from './price-study.ts';
import { recommendPrice } from './recommend-price.ts';

/** A change is recommended when it gains with at least this probability. */
const CERTAINTY = 0.8;
const UNKNOWN: ElasticityBelief = {
  coefficient: Number.NaN,
  standardError: Number.NaN,
  degreesOfFreedom: Number.NaN,
};

/** The row of a product in gold.price_recommendations; null where it has no regular price or no cost. */
export function recommendationRow(study: PriceStudy): ScienceRow<typeof priceRecommendations> | null {
  const { facts } = study;
  const { price, cost } = facts;
  if (price === null || cost === null) return null;
  const units = expectedUnits(study);
  const belief = isUsable(study) ? (beliefOf(study) ?? UNKNOWN) : UNKNOWN;
  const rails = guardrailsOf(facts);
  const { prices, lowest, highest } = allowedPrices(price, cost, rails);
  const advice = recommendPrice({ price, cost, units, elasticity: belief }, rails, {
    level: LEVEL,
    certainty: CERTAINTY,
  });
  const curve: DemandCurve = {
    ...{ price, cost, units, elasticity: belief.coefficient, standardError: belief.standardError },
    interval: intervalOf(belief),
  };
  const effect = advice.action === 'hold' ? null : effectOf(curve, advice.price);
  return {
    product_id: facts.productId,
    as_of_date: facts.asOf,
    horizon_days: PRICE_RULES.horizonDays,
    price_now: price / 100,
    unit_cost: cost / 100,
    competitor_price: facts.competitorPrice === null ? null : facts.competitorPrice / 100,
    competitors: facts.competitors,
    is_key_value: facts.isKeyValue ? 1 : 0,
    units_28_days: facts.units28,
    net_sales_28_days: facts.netSales28 / 100,
    expected_units: units,
    lowest_price_30_days: (facts.lowest30 ?? price) / 100,
    lowest_allowed: prices.length > 0 ? (prices[0] as number) / 100 : null,
    highest_allowed: prices.length > 0 ? (prices.at(-1) as number) / 100 : null,
    lowest_limit: lowest,
    highest_limit: highest,
    recommended_price: advice.price / 100,
    action: advice.action,
    binding_limit: advice.limit,
    reason: advice.reason,
    ...changes('units', effect?.units, 1),
    ...changes('net_sales', effect?.netSales, 100),
    ...changes('margin', effect?.margin, 100),
    probability_of_gain: advice.probabilityOfGain,
    optimum: advice.optimum === null ? null : advice.optimum / 100,
  };
}

export function guardrailsOf({ isKeyValue, competitorPrice }: PriceFacts): PriceGuardrails {
  const [low, high] = PRICE_RULES.competitorBand;
  return {
    maxStep: isKeyValue ? PRICE_RULES.maxStepOfKeyValue : PRICE_RULES.maxStep,
    marginFloor: PRICE_RULES.marginFloor,
    endings: PRICE_RULES.endings,
    competitorBand: competitorPrice === null ? undefined : [competitorPrice * low, competitorPrice * high],
    ceiling:
      isKeyValue && competitorPrice !== null ? competitorPrice * PRICE_RULES.keyValueCeiling : undefined,
  };
}

type Measure = 'units' | 'net_sales' | 'margin';
type Ends = { readonly mean: number; readonly lower: number; readonly upper: number };

function changes<Name extends Measure>(name: Name, of: Ends = { mean: 0, lower: 0, upper: 0 }, per: number) {
  return {
    [`${name}_change`]: of.mean / per,
    [`${name}_change_lower`]: of.lower / per,
    [`${name}_change_upper`]: of.upper / per,
  } as Record<`${Name}_change` | `${Name}_change_lower` | `${Name}_change_upper`, number>;
}
