import type { priceElasticities } from '#server/gold/tables/gold-prices.ts';
import type { EvidenceFlag } from '../elasticity/evidence.ts';
import type { ScienceRow } from '../gold/science-step.ts';
import { beliefOf, intervalOf, type PriceStudy } from './price-study.ts';
import { promotionUplift } from './product-elasticities.ts';

const REASONS: Readonly<Record<EvidenceFlag, string>> = {
  'no rows': 'it was not sold while its price was known',
  'one price only': 'its price never changed',
  'price moves with the effects only': 'its price changed only along with something else',
  'no standard error': 'it was sold in too few weeks',
  'demand is explained without remainder': 'its sales never vary',
  'not converged': 'its sales fit no demand curve',
  'few price points': 'fewer than four prices were tried',
  'few clusters': 'few weeks were observed',
  'rows without sales left out': 'weeks without sales had to be left out',
  'wrong sign': 'it seems to sell better at higher prices',
  unstable: 'its answer to the price has changed over the year',
  imprecise: 'its sales vary too much to tell',
};

/** The row of a product in gold.price_elasticities. */
export function elasticityRow(study: PriceStudy): ScienceRow<typeof priceElasticities> {
  const { facts, demand, elasticity } = study;
  const belief = beliefOf(study);
  const grade = elasticity?.evidence.grade ?? 'none';
  const known = belief && elasticity ? figuresOf(belief, elasticity.own.elasticity) : {};
  return {
    product_id: facts.productId,
    as_of_date: facts.asOf,
    ...known,
    promotion_uplift: elasticity ? promotionUplift(elasticity.own) : null,
    weeks: new Set(demand?.cells.map(({ week }) => week)).size,
    units: demand?.cells.reduce((sum, { units }) => sum + units, 0) ?? 0,
    price_points: elasticity?.evidence.pricePoints ?? 0,
    grade,
    reason: reasonOf(study),
  };
}

function figuresOf(
  belief: NonNullable<ReturnType<typeof beliefOf>>,
  own: { readonly coefficient: number; readonly standardError: number },
) {
  const [lower, upper] = intervalOf(belief);
  return {
    ...{ elasticity: belief.coefficient, lower, upper, standard_error: belief.standardError },
    ...{ own_elasticity: own.coefficient, own_standard_error: own.standardError },
  };
}

function reasonOf({ facts, elasticity }: PriceStudy): string {
  if (facts.price === null) return 'no regular price is known';
  if (!elasticity) return REASONS['no rows'];
  return elasticity.evidence.flags.map((flag) => REASONS[flag]).join('; ');
}
