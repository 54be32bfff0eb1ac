import type { Effect } from './absorb-effects.ts';
import { jackknifeScores } from './jackknife-scores.ts';
import type { Projection } from './least-squares.ts';

/**
 * Standard errors of the kept columns' coefficients. Clustered: CR1, the sandwich over the clusters' sums of scores
 * times G/(G-1) x (n-1)/(n-k); robust: the same with every row its own cluster (HC1); equal variance: s squared with
 * n - k; jackknife: CR3, times (G-1)/G. NaN where there are no degrees of freedom left, or one cluster only.
 */
export function estimateErrors(
  { basis, inverse }: Projection,
  residuals: Float64Array,
  freeRows: number,
  kind: Effect | 'equal variance' | 'robust',
  isJackknife = false,
): number[] {
  const n = residuals.length;
  if (freeRows <= 0) return inverse.map(() => Number.NaN);
  if (kind === 'equal variance') {
    const variance = residuals.reduce((sum, residual) => sum + residual * residual, 0) / freeRows;
    return inverse.map((row) => Math.sqrt(variance * row.reduce((sum, value) => sum + value * value, 0)));
  }
  const groups = kind === 'robust' ? n : kind.levels;
  if (groups < 2) return inverse.map(() => Number.NaN);
  const summed = basis.map((direction) => {
    const sums = new Float64Array(groups);
    for (let row = 0; row < n; row++) {
      const group = kind === 'robust' ? row : (kind.codes[row] as number);
      sums[group] = (sums[group] as number) + (direction[row] as number) * (residuals[row] as number);
    }
    return sums;
  });
  const isFreed = isJackknife && kind !== 'robust';
  const scores = isFreed ? jackknifeScores(basis, summed, kind) : summed;
  const correction = isFreed ? (groups - 1) / groups : (groups / (groups - 1)) * ((n - 1) / freeRows);
  return inverse.map((row) => {
    let sum = 0;
    for (let group = 0; group < groups; group++) {
      let score = 0;
      for (const [k, sums] of scores.entries()) score += (row[k] ?? 0) * (sums[group] as number);
      sum += score * score;
    }
    return Math.sqrt(correction * sum);
  });
}
