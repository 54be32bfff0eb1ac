import type { CubeProduct } from './demand-cube.ts';

/** How demand for one product answers to its price and to being on promotion, on the logarithm. */
export interface OfferEffect {
  readonly elasticity: number;
  readonly uplift: number;
}

/** Units of a product over all stores by day, and what they would be at the price and show of an ordinary day. */
export interface ProductDays {
  readonly sold: Float64Array;
  readonly expected: Float64Array;
}

/** What is believed before anything is seen, with how surely: prices of shops mostly answer between -1 and -3. */
const BELIEF = { elasticity: -1.5, uplift: 0.1, elasticityDeviation: 0.6, upliftDeviation: 0.2 };
/** Within a range products differ less from each other than from that belief. */
const SPREAD = { elasticityDeviation: 0.4, upliftDeviation: 0.15 };
/** Counts of units vary more than Poisson's: people take two or three of a thing. */
const DISPERSION = 2;
const STEPS = 4;

/**
 * Effects for each product by Poisson regression drawn towards what all products show together. `end`: days seen;
 * the price that counts as ordinary is that of the last of them.
 */
export function offerEffects(
  products: readonly CubeProduct[],
  days: readonly ProductDays[],
  end: number,
): OfferEffect[] {
  const all = fit(products, days, end, BELIEF, BELIEF);
  return products.map((product, i) => fit([product], days.slice(i, i + 1), end, all, SPREAD));
}

/** Factor on the demand for a product on a day, ahead too; `priceAsOf` is the last day whose price is known. */
export function offerFactor(
  { logPrice, reduction }: CubeProduct,
  { elasticity, uplift }: OfferEffect,
  day: number,
  priceAsOf: number,
): number {
  if (!logPrice && !reduction) return 1;
  const off = reduction?.[day] ?? 0;
  const regular = logPrice ? (logPrice[Math.min(day, priceAsOf)] ?? 0) - (logPrice[priceAsOf] ?? 0) : 0;
  return Math.exp(elasticity * (regular + Math.log1p(-off)) + (off > 0 ? uplift : 0));
}

type Belief = OfferEffect;
interface Deviations {
  readonly elasticityDeviation: number;
  readonly upliftDeviation: number;
}

function fit(
  products: readonly CubeProduct[],
  days: readonly ProductDays[],
  end: number,
  belief: Belief,
  deviations: Deviations,
): OfferEffect {
  let { elasticity, uplift } = belief;
  for (let step = 0; step < STEPS; step++) {
    // Newton's step on the penalised likelihood: gradient g, information h, for two effects.
    let g0 = (belief.elasticity - elasticity) / deviations.elasticityDeviation ** 2;
    let g1 = (belief.uplift - uplift) / deviations.upliftDeviation ** 2;
    let h00 = 1 / deviations.elasticityDeviation ** 2;
    let h11 = 1 / deviations.upliftDeviation ** 2;
    let h01 = 0;
    for (const [i, { logPrice, reduction }] of products.entries()) {
      const own = days[i];
      if (!own || (!logPrice && !reduction)) continue;
      const reference = logPrice?.[end - 1] ?? 0;
      // The level of a product is free: what its expectation misses on the whole is no effect of price.
      let sold = 0;
      let modelled = 0;
      let price = 0;
      let shown = 0;
      const effect = new Float64Array(end);
      for (let day = 0; day < end; day++) {
        const off = reduction?.[day] ?? 0;
        const log = (logPrice ? (logPrice[day] ?? 0) - reference : 0) + Math.log1p(-off);
        const mean = (own.expected[day] ?? 0) * Math.exp(elasticity * log + (off > 0 ? uplift : 0));
        effect[day] = mean;
        sold += own.sold[day] ?? 0;
        modelled += mean;
        price += mean * log;
        shown += off > 0 ? mean : 0;
      }
      if (!(modelled > 0) || !(sold > 0)) continue;
      const level = sold / modelled;
      for (let day = 0; day < end; day++) {
        const off = reduction?.[day] ?? 0;
        const log = (logPrice ? (logPrice[day] ?? 0) - reference : 0) + Math.log1p(-off) - price / modelled;
        const show = (off > 0 ? 1 : 0) - shown / modelled;
        const mean = level * (effect[day] ?? 0);
        const rest = (own.sold[day] ?? 0) - mean;
        g0 += (rest * log) / DISPERSION;
        g1 += (rest * show) / DISPERSION;
        h00 += (mean * log * log) / DISPERSION;
        h11 += (mean * show * show) / DISPERSION;
        h01 += (mean * log * show) / DISPERSION;
      }
    }
    const determinant = h00 * h11 - h01 * h01;
    elasticity = bounded(elasticity + (h11 * g0 - h01 * g1) / determinant, -6, 1);
    uplift = bounded(uplift + (h00 * g1 - h01 * g0) / determinant, -1, 1.5);
  }
  return { elasticity, uplift };
}

const bounded = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
