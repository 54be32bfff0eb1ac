import { logGamma } from '../log-gamma.ts';

const CHANCE_WEIGHT = 0.1;
const SIZE_WEIGHT = 0.1;

/**
 * Demand a period of a product that sells now and then, by Teunter, Syntetos and Babai (2011): the chance of a sale
 * is smoothed every period, so it also falls while nothing sells (Croston's does not); the size when something sells.
 */
export function slowDemand(values: Float64Array, lead: number): Float64Array {
  const sales = values.filter((value) => value > 0);
  let chance = sales.length / values.length;
  let size = sales.length === 0 ? 0 : sales.reduce((sum, value) => sum + value, 0) / sales.length;
  for (const value of values) {
    chance += CHANCE_WEIGHT * (Number(value > 0) - chance);
    if (value > 0) size += SIZE_WEIGHT * (value - size);
  }
  return new Float64Array(lead).fill(chance * size);
}

/** Counts of the given mean whose variance is mean + mean^2 / size; `size` of Infinity is Poisson's distribution. */
export interface CountDistribution {
  readonly mean: number;
  readonly size: number;
}

const SMALLEST_SIZE = 0.05;

/** Size of a negative binomial by moments of forecasts and the errors they made; Infinity where errors are Poisson's. */
export function sizeOf(forecasts: ArrayLike<number>, actuals: ArrayLike<number>): number {
  let excess = 0;
  let squares = 0;
  for (let i = 0; i < forecasts.length; i++) {
    const mean = Math.max(0, forecasts[i] ?? 0);
    excess += ((actuals[i] ?? 0) - mean) ** 2 - mean;
    squares += mean * mean;
  }
  return excess > 1e-9 * squares ? Math.max(SMALLEST_SIZE, squares / excess) : Number.POSITIVE_INFINITY;
}

/** Chance of exactly `count`. */
export function countChance({ mean, size }: CountDistribution, count: number): number {
  if (mean <= 0) return Number(count === 0);
  if (!Number.isFinite(size) || size > 1e7)
    return Math.exp(count * Math.log(mean) - mean - logGamma(count + 1));
  const ways = logGamma(size + count) - logGamma(size) - logGamma(count + 1);
  return Math.exp(ways - size * Math.log1p(mean / size) + count * Math.log(mean / (size + mean)));
}

/** Least count that is not exceeded with a chance of at least `level` (0 to 1). */
export function countQuantile(distribution: CountDistribution, level: number): number {
  const { mean, size } = distribution;
  const most = mean + 60 * Math.sqrt(mean + (mean * mean) / size) + 60;
  let below = 0;
  for (let count = 0; count < most; count++) {
    below += countChance(distribution, count);
    if (below >= level) return count;
  }
  return Math.ceil(most);
}
