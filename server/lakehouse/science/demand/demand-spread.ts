import { countChance } from '../forecast/slow-demand.ts';
import { normalQuantile } from '../replenishment/demand-quantile.ts';

/** How actual units fall about a forecast of a level: variance = `perUnit` x mean + `perSquare` x mean^2. */
export interface DemandSpread {
  readonly perUnit: number;
  readonly perSquare: number;
}

/** Forecasts and what came of them, place by place: millions of them, so not as objects. */
export interface ForecastErrors {
  readonly means: Float64Array;
  readonly actuals: Float64Array;
}

const ROUNDS = 3;
const LEAST_PER_UNIT = 0.5;

/** Fits both parts by weighted least squares of squared errors; the weights are those of the fit before. */
export function fitSpread({ means, actuals }: ForecastErrors): DemandSpread {
  let spread = { perUnit: 1, perSquare: 0.01 };
  for (let round = 0; round < ROUNDS; round++) {
    let [s0, s1, s2, z0, z1] = [0, 0, 0, 0, 0];
    for (const [at, mean] of means.entries()) {
      if (!(mean > 0.02)) continue;
      const actual = actuals[at] ?? 0;
      const weight = 1 / (spread.perUnit + spread.perSquare * mean) ** 2;
      const square = (actual - mean) ** 2 / mean;
      s0 += weight;
      s1 += weight * mean;
      s2 += weight * mean * mean;
      z0 += weight * square;
      z1 += weight * square * mean;
    }
    const determinant = s0 * s2 - s1 * s1;
    const slope = determinant > 1e-9 * s0 * s2 ? (s0 * z1 - s1 * z0) / determinant : 0;
    const perSquare = Math.max(0, slope);
    const perUnit = s0 > 0 ? (z0 - perSquare * s1) / s0 : 1;
    spread =
      perUnit >= LEAST_PER_UNIT
        ? { perUnit, perSquare }
        : { perUnit: LEAST_PER_UNIT, perSquare: Math.max(0, s2 > 0 ? (z1 - LEAST_PER_UNIT * s1) / s2 : 0) };
  }
  return spread;
}

export const varianceOf = ({ perUnit, perSquare }: DemandSpread, mean: number): number =>
  perUnit * mean + perSquare * mean * mean;

/** From this mean on counts are as good as continuous. */
const CONTINUOUS = 60;

/** Size of the negative binomial of that mean and variance; Infinity where the variance is not above the mean. */
export function sizeFor(spread: DemandSpread, mean: number): number {
  const excess = varianceOf(spread, mean) - mean;
  return excess > 1e-9 ? (mean * mean) / excess : Number.POSITIVE_INFINITY;
}

/**
 * Quantiles of a day's units at ascending levels. Counts are taken as spread evenly over half a unit to each side, so that
 * the share of days within an interval is what it says on average, rather than more by what a whole unit weighs.
 */
export function unitQuantiles(spread: DemandSpread, mean: number, levels: readonly number[]): number[] {
  if (!(mean > 0)) return levels.map(() => 0);
  if (mean >= CONTINUOUS) {
    const deviation = Math.sqrt(varianceOf(spread, mean));
    return levels.map((level) => Math.max(0, mean + normalQuantile(level) * deviation));
  }
  const distribution = { mean, size: sizeFor(spread, mean) };
  const found: number[] = [];
  let below = 0;
  let count = 0;
  for (const level of levels) {
    let chance = countChance(distribution, count);
    while (below + chance < level && chance > 0) {
      below += chance;
      count++;
      chance = countChance(distribution, count);
    }
    found.push(Math.max(0, count - 0.5 + (chance > 0 ? (level - below) / chance : 1)));
  }
  return found;
}
