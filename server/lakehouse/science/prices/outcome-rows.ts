import type { priceOutcomes } from '#server/gold/tables/gold-prices.ts';
import type { ScienceRow } from '../gold/science-step.ts';
import { criticalT } from '../student-t.ts';
import { beliefOf, LEVEL, type PriceStudy } from './price-study.ts';
import { type DemandCell, shelfPrice } from './product-demand.ts';

const LEAST_WEEKS = 4;
const MOST_WEEKS = 8;
/** A range from less than a tenth of what is predicted to more than ten times as much predicts nothing. */
const MOST_REACH = 10;

/** A regular price that a product has had. Money is cents. */
export interface PastPrice {
  readonly productId: string;
  readonly from: string;
  readonly price: number;
  readonly cost: number | null;
}

interface Side {
  readonly units: number;
  readonly usual: number;
  readonly weeks: readonly string[];
}

/**
 * Rows of gold.price_outcomes of one product: each change of its regular price that can be measured and of which its
 * elasticity says anything. Weeks before and after are held against the rest of the category, promotions left out.
 */
export function outcomeRows(
  study: PriceStudy,
  prices: readonly PastPrice[],
): ScienceRow<typeof priceOutcomes>[] {
  const belief = beliefOf(study);
  if (!belief || !study.demand) return [];
  const spread = overdispersion(study, belief.coefficient);
  return prices.slice(1).flatMap((after, i) => {
    const before = prices[i] as PastPrice;
    const was = side(study, before, (cells) => cells.slice(-MOST_WEEKS));
    const is = side(study, after, (cells) => cells.slice(0, MOST_WEEKS));
    if (was.weeks.length < LEAST_WEEKS || is.weeks.length < LEAST_WEEKS || !(was.units > 0)) return [];
    const expected = (is.usual * was.units) / was.usual;
    const step = Math.log(after.price / before.price);
    const predicted = expected * Math.exp(step * belief.coefficient);
    const variance = spread / was.units + (step * belief.standardError) ** 2 + spread / predicted;
    const reach = Math.exp(criticalT(1 - LEVEL, belief.degreesOfFreedom) * Math.sqrt(variance));
    if (!(reach <= MOST_REACH)) return [];
    const margin = (price: number, units: number) =>
      after.cost === null ? null : ((price - after.cost) * units) / 100;
    return {
      product_id: study.facts.productId,
      changed_on: after.from,
      price_before: before.price / 100,
      price_after: after.price / 100,
      measured_from: is.weeks[0] as string,
      measured_to: sundayOf(is.weeks.at(-1) as string, study.facts.asOf),
      units_expected: expected,
      units_sold: is.units,
      units_predicted: predicted,
      predicted_lower: predicted / reach,
      predicted_upper: predicted * reach,
      margin_expected: margin(before.price, expected),
      margin_measured: margin(after.price, is.units),
    };
  });
}

/** Whole weeks at one regular price, outside promotions. */
function side(
  { demand, elasticity }: PriceStudy,
  { price, from }: PastPrice,
  nearest: (weeks: readonly string[]) => readonly string[],
): Side {
  const cells = demand?.cells ?? [];
  const pricesIn = Map.groupBy(cells, ({ week }) => week);
  const isWhole = ({ week, regularPrice, reduction }: DemandCell) =>
    reduction === 0 &&
    week >= from &&
    Math.round(100 * regularPrice) === price &&
    pricesIn.get(week)?.length === 1;
  const until = cells.find(
    ({ week, regularPrice }) => week >= from && Math.round(100 * regularPrice) !== price,
  )?.week;
  const own = cells.filter((cell) => isWhole(cell) && (until === undefined || cell.week < until));
  const weeks = nearest(own.map(({ week }) => week));
  let [units, usual] = [0, 0];
  for (const [i, cell] of cells.entries()) {
    if (!weeks.includes(cell.week) || !isWhole(cell)) continue;
    units += cell.units;
    usual += (elasticity?.usual[i] as number) * (elasticity?.promoted[i] as number);
  }
  return { units, usual, weeks };
}

/** How much more than a count of its mean the units of a week vary. */
function overdispersion({ demand, elasticity }: PriceStudy, coefficient: number): number {
  const cells = demand?.cells ?? [];
  const raw = cells.map(
    (cell, i) =>
      (elasticity?.usual[i] as number) *
      (elasticity?.promoted[i] as number) *
      shelfPrice(cell) ** coefficient,
  );
  const sold = cells.reduce((sum, { units }) => sum + units, 0);
  const scale = sold / raw.reduce((sum, value) => sum + value, 0);
  const squares = cells.reduce((sum, { units }, i) => {
    const mean = (raw[i] as number) * scale;
    return sum + (units - mean) ** 2 / mean;
  }, 0);
  return Math.max(1, squares / Math.max(1, cells.length - 4));
}

function sundayOf(monday: string, last: string): string {
  const sunday = new Date(Date.parse(monday) + 6 * 86_400_000).toISOString().slice(0, 10);
  return sunday < last ? sunday : last;
}
