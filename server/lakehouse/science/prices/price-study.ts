import { believedInterval, type ElasticityBelief } from './elasticity-belief.ts';
import type { PriceFacts } from './price-facts.ts';
import { type ProductDemand, shelfPrice } from './product-demand.ts';
import type { ProductElasticity } from './product-elasticities.ts';

/** Everything that is known of one product's price. */
export interface PriceStudy {
  readonly facts: PriceFacts;
  /** Absent where the product was never sold at a price that is known. */
  readonly demand: ProductDemand | undefined;
  readonly elasticity: ProductElasticity | undefined;
}

/** Of the intervals in gold. */
export const LEVEL = 0.9;

/** The elasticity with its uncertainty, where its grade lets it be acted on. */
export function beliefOf({ elasticity }: PriceStudy): ElasticityBelief | undefined {
  if (!elasticity || elasticity.evidence.grade === 'none') return undefined;
  const { shrunk, own } = elasticity;
  return { ...shrunk, degreesOfFreedom: own.degreesOfFreedom };
}

export const isUsable = ({ elasticity }: PriceStudy): boolean =>
  elasticity?.evidence.grade === 'A' || elasticity?.evidence.grade === 'B';

export const intervalOf = (belief: ElasticityBelief) => believedInterval(belief, LEVEL);

/** Units of the last 28 days taken to the price now and out of promotions: expected of as many days ahead, season aside. */
export function expectedUnits(study: PriceStudy): number {
  const { facts, demand, elasticity } = study;
  const belief = beliefOf(study);
  if (!demand || !elasticity || !belief || facts.price === null) return facts.units28;
  const from = new Date(Date.parse(facts.asOf) - 27 * 86_400_000).toISOString().slice(0, 10);
  let [asWas, asWouldBe] = [0, 0];
  for (const [i, cell] of demand.cells.entries()) {
    if (cell.week < from) continue;
    const chances = elasticity.usual[i] as number;
    asWas += chances * (elasticity.promoted[i] as number) * shelfPrice(cell) ** belief.coefficient;
    asWouldBe += chances * (facts.price / 100) ** belief.coefficient;
  }
  return asWas > 0 ? (facts.units28 * asWouldBe) / asWas : facts.units28;
}
