export interface Shrinkable {
  readonly coefficient: number;
  readonly standardError: number;
}

/**
 * Empirical Bayes: elasticities of one category pulled towards their common mean, each the more the less is known of
 * it. The spread between products is Paule and Mandel's (1982); the mean's own uncertainty is added to the error
 * (Morris 1983). Estimates that are NaN are left as they are; fewer than three give no mean, and all stay.
 */
export function shrinkToCategory<Estimate extends Shrinkable>(estimates: readonly Estimate[]): Shrinkable[] {
  const known = estimates.filter(
    ({ coefficient, standardError }) => Number.isFinite(coefficient) && standardError > 0,
  );
  if (known.length < 3)
    return estimates.map(({ coefficient, standardError }) => ({ coefficient, standardError }));
  const spread = spreadBetween(known);
  const mean = weightedMean(known, spread);
  const isKnown = new Set<Shrinkable>(known);
  const meanVariance = 1 / known.reduce((sum, one) => sum + weightOf(one, spread), 0);
  return estimates.map((estimate) => {
    const { coefficient, standardError } = estimate;
    if (!isKnown.has(estimate)) return { coefficient, standardError };
    const pull = standardError ** 2 / (standardError ** 2 + spread);
    const variance = (1 - pull) * standardError ** 2 + pull ** 2 * meanVariance;
    return { coefficient: coefficient + pull * (mean - coefficient), standardError: Math.sqrt(variance) };
  });
}

const weightOf = ({ standardError }: Shrinkable, spread: number) => 1 / (standardError ** 2 + spread);

function weightedMean(estimates: readonly Shrinkable[], spread: number): number {
  const weights = estimates.map((one) => weightOf(one, spread));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return estimates.reduce((sum, { coefficient }, i) => sum + coefficient * (weights[i] ?? 0), 0) / total;
}

/** The variance between products at which the weighted squares about the mean are as large as expected. */
function spreadBetween(estimates: readonly Shrinkable[]): number {
  const excess = (spread: number) => {
    const mean = weightedMean(estimates, spread);
    const squares = estimates.map((one) => weightOf(one, spread) * (one.coefficient - mean) ** 2);
    return squares.reduce((sum, square) => sum + square, 0) - (estimates.length - 1);
  };
  if (excess(0) <= 0) return 0;
  let low = 0;
  let high = 1;
  while (excess(high) > 0) high *= 2;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}
