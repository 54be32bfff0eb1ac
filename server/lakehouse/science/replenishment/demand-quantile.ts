import { countQuantile } from '../forecast/slow-demand.ts';

/** Below this mean a normal curve reaches into negative demand. */
const LEAST_NORMAL_MEAN = 30;

/**
 * The units that demand of the given mean and variance stays within with a chance of `serviceLevel` (above 0, below
 * 1): normal for great means, else negative binomial, or Poisson where the variance is not above the mean.
 */
export const demandQuantile =
  (serviceLevel: number) =>
  (mean: number, variance: number): number => {
    if (mean <= 0) return 0;
    if (mean >= LEAST_NORMAL_MEAN) return mean + normalQuantile(serviceLevel) * Math.sqrt(variance);
    const size = variance > mean ? (mean * mean) / (variance - mean) : Number.POSITIVE_INFINITY;
    return countQuantile({ mean, size }, serviceLevel);
  };

/** Standard normal quantile by Acklam's rational approximation, to a relative error of 1.2e-9. */
export function normalQuantile(level: number): number {
  if (level > 0.5) return -normalQuantile(1 - level);
  if (!(level > 0)) return Number.NEGATIVE_INFINITY;
  if (level < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(level));
    return polynomial(TAIL_OVER, q) / (polynomial(TAIL_UNDER, q) * q + 1);
  }
  const q = level - 0.5;
  return (polynomial(MIDDLE_OVER, q * q) * q) / (polynomial(MIDDLE_UNDER, q * q) * q * q + 1);
}

const polynomial = (coefficients: readonly number[], x: number) =>
  coefficients.reduce((sum, c) => sum * x + c, 0);

const TAIL_OVER = [
  -7.784894002430293e-3, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_UNDER = [7.784695709041462e-3, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
const MIDDLE_OVER = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const MIDDLE_UNDER = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
];
