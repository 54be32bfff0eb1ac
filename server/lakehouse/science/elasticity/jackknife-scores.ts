import type { Effect } from './absorb-effects.ts';

/**
 * Scores of clusters as they would be had the cluster not pulled the fit towards itself: (I - H) to the minus one times
 * the score, H being the cluster's share of the design. With few clusters of which some hold the rare prices, CR1 is
 * too sure of itself; this is CR3, the jackknife (Bell and McCaffrey 2002). Scores are by direction, then by cluster.
 */
export function jackknifeScores(
  basis: readonly Float64Array[],
  scores: readonly Float64Array[],
  { codes, levels }: Effect,
): Float64Array[] {
  const size = basis.length;
  const hats = Array.from({ length: levels }, () => new Float64Array(size * size));
  for (let row = 0; row < codes.length; row++) {
    const hat = hats[codes[row] as number] as Float64Array;
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++)
        hat[i * size + j] =
          (hat[i * size + j] as number) + (basis[i]?.[row] as number) * (basis[j]?.[row] as number);
  }
  const freed = scores.map(() => new Float64Array(levels));
  for (const [level, hat] of hats.entries()) {
    const solved = solveWithout(
      hat,
      scores.map((sums) => sums[level] as number),
    );
    for (const [i, value] of solved.entries()) (freed[i] as Float64Array)[level] = value;
  }
  return freed;
}

/** A cluster that alone decides a direction leaves nothing of it: a pivot is kept this far from 0. */
const LEAST_PIVOT = 1e-6;

/** Solves (I - H) x = score by Gauss and Jordan. */
function solveWithout(hat: Float64Array, score: readonly number[]): number[] {
  const size = score.length;
  const rows = score.map((value, i) => [
    ...score.map((_, j) => (i === j ? 1 : 0) - (hat[i * size + j] as number)),
    value,
  ]);
  for (const [i, row] of rows.entries()) {
    const pivot = Math.max(row[i] as number, LEAST_PIVOT);
    const scaled = row.map((value) => value / pivot);
    rows[i] = scaled;
    for (const [k, other] of rows.entries()) {
      if (k === i) continue;
      const factor = other[i] as number;
      rows[k] = other.map((value, j) => value - factor * (scaled[j] as number));
    }
  }
  return rows.map((row) => row[size] as number);
}
