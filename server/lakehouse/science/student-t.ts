import { logGamma } from './log-gamma.ts';

/** Regularised incomplete beta function I_x(a, b) by its continued fraction (Lentz), to about 13 digits. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x > 0)) return x === 0 ? 0 : Number.NaN;
  if (x >= 1) return 1;
  // The fraction converges fast below the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return (Math.exp(front) * fraction) / a;
}

/** P(|T| > |t|) of Student's t; NaN without at least a fraction of a degree of freedom. */
export const twoSidedP = (t: number, degreesOfFreedom: number): number =>
  degreesOfFreedom > 0
    ? incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5)
    : Number.NaN;

/** The t that |T| exceeds with probability p, 0 < p < 1: for a 95 % interval p is 0.05. By halving, to 15 digits. */
export function criticalT(p: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0 && p > 0 && p < 1)) return Number.NaN;
  let low = 0;
  let high = 1;
  while (twoSidedP(high, degreesOfFreedom) > p) high *= 2;
  while (high - low > 1e-15 * high) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (twoSidedP(middle, degreesOfFreedom) > p) low = middle;
    else high = middle;
  }
  return high;
}
