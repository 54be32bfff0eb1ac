import type { DemandColumns } from '../elasticity/demand-sample.ts';
import {
  type ElasticityEstimate,
  type ElasticityPlan,
  estimateElasticity,
  LOG_PRICE,
} from '../elasticity/estimate-elasticity.ts';
import { type Evidence, judgeAnew, ranAway } from '../elasticity/evidence.ts';
import { type Shrinkable, shrinkToCategory } from '../elasticity/shrink.ts';
import { type DemandCell, type ProductDemand, shelfPrice } from './product-demand.ts';
import { seasonIndex } from './season-index.ts';

export interface ProductElasticity {
  readonly productId: string;
  /** From the product's own sales; its interval is CR3, clustered by fortnight. */
  readonly own: ElasticityEstimate;
  /** Pulled towards its category. */
  readonly shrunk: Shrinkable;
  /** Of the shrunk one. */
  readonly evidence: Evidence;
  /** By cell: how many times as many chances it had as another, season in and price out; for shares alone. */
  readonly usual: Float64Array;
  /** By cell: what promotions, its own and of its kind, multiply units by. */
  readonly promoted: Float64Array;
}

const PROMOTED = 'promoted';
const BESIDE = 'reduced beside';
const PLAN: ElasticityPlan = { method: 'ppml', isLog: false, level: 0.9, isJackknife: true };
/** Season and elasticities each want the other: after three rounds neither moves by more than a tenth of its error. */
const ROUNDS = 3;
/** Rows of a fortnight may err together: a shelf whose record is wrong stays wrong for longer than a week. */
const WEEKS_TOGETHER = 2;

/**
 * Elasticities of a chain that asks one price everywhere. Stores come in through the chance each had to sell, weeks
 * through the rest of the category in the same week: dummies of weeks would take away the very price changes that the
 * estimate lives on.
 */
export function productElasticities(products: readonly ProductDemand[]): ProductElasticity[] {
  let fitted: Float64Array[] = products.map(({ cells }) => Float64Array.from(cells, ({ chance }) => chance));
  let found: { estimate: ElasticityEstimate; season: Float64Array }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const seasons = seasonIndex(products, fitted);
    found = products.map((product, p) => {
      const season = seasons[p] as Float64Array;
      return { estimate: estimateElasticity(columnsOf(product, season), PLAN), season };
    });
    fitted = products.map((product, p) => explained(product, found[p]?.estimate));
  }
  const shrunk = shrinkWithin(products, found);
  return products.map(({ productId, cells }, p) => {
    const { estimate, season } = found[p] as (typeof found)[number];
    const pulled = shrunk.get(productId) ?? estimate.elasticity;
    return {
      productId,
      own: estimate,
      shrunk: pulled,
      evidence: judgeAnew(estimate.evidence, pulled),
      usual: Float64Array.from(cells, ({ chance }, i) => chance * (season[i] as number)),
      promoted: Float64Array.from(cells, (cell) => bounded(Math.exp(promotionOf(estimate, cell)))),
    };
  });
}

/** No promotion sells more times as much: what says so ran away for want of sales. */
const MOST_UPLIFT = 100;

const bounded = (uplift: number) => Math.min(MOST_UPLIFT, Math.max(1 / MOST_UPLIFT, uplift));

/** Units in a promotion as a multiple of what its lower price explains; NaN where there was none, or too few sales. */
export function promotionUplift(estimate: ElasticityEstimate): number {
  const uplift = Math.exp(estimate.terms.find(({ name }) => name === PROMOTED)?.coefficient ?? Number.NaN);
  return uplift <= MOST_UPLIFT ? uplift : Number.NaN;
}

function columnsOf({ cells }: ProductDemand, season: Float64Array): DemandColumns {
  const number = (read: (cell: DemandCell, i: number) => number) => Float64Array.from(cells, read);
  const gaps = cells.flatMap(({ rivalGap }) => (rivalGap === null ? [] : [rivalGap]));
  const usualGap = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
  const weeks = [...new Set(cells.map(({ week }) => week))];
  return {
    quantity: number(({ units }) => units),
    price: number(shelfPrice),
    controls: [
      { name: PROMOTED, values: number(({ reduction }) => (reduction > 0 ? 1 : 0)) },
      { name: BESIDE, values: number(({ reducedBeside }) => reducedBeside) },
      { name: 'rivals', values: number(({ rivalGap }) => (rivalGap === null ? 0 : rivalGap - usualGap)) },
    ],
    effects: [],
    cluster: Int32Array.from(cells, ({ week }) => Math.floor(weeks.indexOf(week) / WEEKS_TOGETHER)),
    offset: number(({ chance }, i) => Math.log(chance * (season[i] as number))),
  };
}

/** Units that prices and promotions explain, without season; where nothing was found, chance alone. */
function explained({ cells }: ProductDemand, estimate: ElasticityEstimate | undefined): Float64Array {
  return Float64Array.from(cells, (cell) => {
    if (!estimate || ranAway(estimate.elasticity)) return cell.chance;
    const price = coefficientOf(estimate, LOG_PRICE) * Math.log(shelfPrice(cell));
    return (
      cell.chance * Math.exp(coefficientOf(estimate, '(intercept)') + price + promotionOf(estimate, cell))
    );
  });
}

function promotionOf(estimate: ElasticityEstimate, { reduction, reducedBeside }: DemandCell): number {
  const own = reduction > 0 ? coefficientOf(estimate, PROMOTED) : 0;
  return own + coefficientOf(estimate, BESIDE) * reducedBeside;
}

function coefficientOf({ terms }: ElasticityEstimate, name: string): number {
  const found = terms.find((term) => term.name === name)?.coefficient ?? 0;
  return Number.isFinite(found) ? found : 0;
}

function shrinkWithin(
  products: readonly ProductDemand[],
  found: readonly { readonly estimate: ElasticityEstimate }[],
): Map<string, Shrinkable> {
  const known = products.flatMap(({ productId, category }, p) => {
    const estimate = found[p]?.estimate;
    return estimate && estimate.evidence.grade !== 'none' ? [{ productId, category, estimate }] : [];
  });
  return new Map(
    [...Map.groupBy(known, ({ category }) => category).values()].flatMap((alike) =>
      shrinkToCategory(alike.map(({ estimate }) => estimate.elasticity)).map(
        (shrunk, i) => [alike[i]?.productId ?? '', shrunk] as const,
      ),
    ),
  );
}
