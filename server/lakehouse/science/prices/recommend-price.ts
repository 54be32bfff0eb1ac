import { possibleElasticities } from '#lib/demand-curve.ts';
import { believedInterval, type ElasticityBelief, probabilityBelow } from './elasticity-belief.ts';
import { allowedPrices, type Limit, type PriceGuardrails } from './guardrails.ts';

export interface PricedProduct {
  /** Cents a unit, both of one tax basis. */
  readonly price: number;
  readonly cost: number;
  /** Units expected over the horizon at the price now. */
  readonly units: number;
  readonly elasticity: ElasticityBelief;
}

export interface PriceRecommendation {
  readonly action: 'raise' | 'lower' | 'hold';
  /** Cents; the price now when nothing is to be done. */
  readonly price: number;
  /** Expected margin over the horizon less that of doing nothing, in cents, with its interval. */
  readonly gain: number;
  readonly gainInterval: readonly [number, number];
  readonly probabilityOfGain: number;
  /**
   * Where the margin is largest without guardrails, cost x e / (1 + e), in cents; null where the interval of the
   * elasticity reaches -1: then there is no such price, only a guardrail.
   */
  readonly optimum: number | null;
  readonly reason: PriceReason;
}

export type PriceReason =
  | 'earns most of the allowed prices'
  | 'earns more the further it goes and ends at a guardrail'
  | 'earns most as it is'
  | 'a gain is not sure enough'
  | 'no price keeps the guardrails'
  | 'not enough evidence';

export interface Caution {
  /** Of the intervals, 0 to 1. */
  readonly level: number;
  /** A change is recommended when it gains with at least this probability. */
  readonly certainty: number;
}

const CAUTION: Caution = { level: 0.9, certainty: 0.8 };

/**
 * The allowed price with the largest expected margin, (price - cost) x units x (price / price now)^e, the mean taken
 * over what the elasticity e may be. Compared with doing nothing.
 */
export function recommendPrice(
  product: PricedProduct,
  guardrails: PriceGuardrails,
  caution: Caution = CAUTION,
): PriceRecommendation & { readonly limit: Limit | null } {
  const { price, cost, elasticity } = product;
  const hold = (reason: PriceReason) => ({
    ...{ action: 'hold' as const, price, gain: 0, gainInterval: [0, 0] as const, probabilityOfGain: 0 },
    ...{ optimum: optimumOf(product, caution.level), reason, limit: null },
  });
  const isKnown = [price, cost, product.units, elasticity.coefficient].every(Number.isFinite);
  if (!isKnown || !(elasticity.standardError > 0) || !(elasticity.degreesOfFreedom > 0))
    return { ...hold('not enough evidence'), optimum: null };
  const { prices, lowest, highest } = allowedPrices(price, cost, guardrails);
  if (prices.length === 0) return hold('no price keeps the guardrails');
  const gains = prices.map((candidate) => expectedGain(product, candidate));
  const best = gains.reduce((most, gain, i) => (gain > (gains[most] ?? 0) ? i : most), 0);
  const [chosen, gain] = [prices[best] ?? price, gains[best] ?? 0];
  if (chosen === price || gain <= 0) return hold('earns most as it is');
  const probabilityOfGain = chanceOfGain(product, chosen);
  if (probabilityOfGain < caution.certainty)
    return { ...hold('a gain is not sure enough'), probabilityOfGain };
  const isAtEnd = best === (chosen > price ? prices.length - 1 : 0);
  const ends = believedInterval(elasticity, caution.level).map((e) =>
    gainAt(product, chosen, Math.min(0, e)),
  );
  return {
    action: chosen > price ? 'raise' : 'lower',
    price: chosen,
    gain,
    gainInterval: [Math.min(...ends), Math.max(...ends)],
    probabilityOfGain,
    optimum: optimumOf(product, caution.level),
    reason: isAtEnd
      ? 'earns more the further it goes and ends at a guardrail'
      : 'earns most of the allowed prices',
    limit: isAtEnd ? (chosen > price ? highest : lowest) : null,
  };
}

/** Margin at another price less margin at the price now, over the horizon, in cents, for a known elasticity. */
export function gainAt({ price, cost, units }: PricedProduct, candidate: number, elasticity: number): number {
  return (candidate - cost) * units * (candidate / price) ** elasticity - (price - cost) * units;
}

const expectedGain = (product: PricedProduct, candidate: number): number =>
  possibleElasticities(product.elasticity).reduce(
    (sum, { elasticity, weight }) => sum + weight * gainAt(product, candidate, elasticity),
    0,
  );

/** The gain crosses 0 at one elasticity: a raise gains above it, a cut below. */
function chanceOfGain({ price, cost, elasticity }: PricedProduct, candidate: number): number {
  if (price <= cost) return candidate > price ? 1 : 0;
  if (candidate <= cost) return 0;
  const breakEven = Math.log((price - cost) / (candidate - cost)) / Math.log(candidate / price);
  const below = probabilityBelow(breakEven, elasticity);
  return candidate > price ? 1 - below : below;
}

function optimumOf({ cost, elasticity }: PricedProduct, level: number): number | null {
  const [, upper] = believedInterval(elasticity, level);
  const e = elasticity.coefficient;
  return upper < -1 ? (cost * e) / (1 + e) : null;
}
