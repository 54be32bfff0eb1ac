import type { Effect } from './absorb-effects.ts';
import { leastSquaresStep } from './least-squares-step.ts';

/** What a column is explained by: numbers, and effects with a parameter per level that are not reported. */
export interface Design {
  readonly names: readonly string[];
  /** Without effects a constant is added and reported as (intercept). */
  readonly columns: readonly Float64Array[];
  readonly effects: readonly Effect[];
  /** Of ppml: added to what the design explains, as the log of how much a row had the chance to sell. */
  readonly offset?: Float64Array | undefined;
  /** Rows of one level may err together. */
  readonly cluster?: Effect | undefined;
  /** Clustered errors are CR3 in place of CR1. */
  readonly isJackknife?: boolean | undefined;
  /** Columns that are left out, and tried on what is left over: do they explain some of it? */
  readonly suspects?: Pick<Design, 'names' | 'columns'>;
}

export interface Term {
  readonly name: string;
  /** NaN when the column is a combination of the others or of the effects. */
  readonly estimate: number;
  readonly standardError: number;
}

export interface Regression {
  readonly terms: readonly Term[];
  /** What the suspects would come to if they were let in (for ppml by one more step, Rao's score test). */
  readonly suspects: readonly Term[];
  readonly n: number;
  /** Rank of all columns and effects together. */
  readonly parameters: number;
  /** Levels of the cluster column; null without one. */
  readonly clusters: number | null;
  /** Of Student's t: clusters - 1, else n - parameters. */
  readonly degreesOfFreedom: number;
  readonly converged: boolean;
}

/**
 * Ordinary least squares of y on the design, the effects absorbed (Frisch, Waugh and Lovell): the coefficients of a
 * regression on all dummies. Standard errors are cluster-robust CR1, G/(G-1) x (n-1)/(n-k) with k counting every
 * parameter, effects too; without a cluster the textbook's, for errors of equal variance.
 */
export const leastSquares = (y: Float64Array, design: Design): Regression =>
  leastSquaresStep(y, withIntercept(design, y.length)).report('equal variance', true);

const MOST_ROUNDS = 200;

/**
 * Poisson pseudo-maximum-likelihood of counts (or any y >= 0, zeros too) on the design: log E[y] is linear. Iterated
 * weighted least squares with the effects absorbed anew in each round (Correia, Guimaraes and Zylkin 2020). The rows
 * of a level that never sold must be left out before. Errors as in leastSquares; without a cluster robust (HC1), since
 * the variance is not taken to be the mean.
 */
export function poissonPseudoLikelihood(y: Float64Array, given: Design): Regression {
  const design = withIntercept(given, y.length);
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const known = given.offset ?? new Float64Array(y.length);
  let eta = y.map((value) => Math.log((value + mean) / 2));
  let deviance = Number.POSITIVE_INFINITY;
  for (let round = 1; ; round++) {
    const mu = eta.map(Math.exp);
    const working = eta.map(
      (value, row) => value - (known[row] as number) + (y[row] as number) / (mu[row] as number) - 1,
    );
    const step = leastSquaresStep(working, design, mu);
    eta = working.map((value, row) => value - (step.left[row] as number) + (known[row] as number));
    const now = poissonDeviance(y, eta);
    const converged = Math.abs(deviance - now) <= 1e-12 * (0.1 + now);
    if (converged || round === MOST_ROUNDS || Number.isNaN(now)) return step.report('robust', converged);
    deviance = now;
  }
}

function withIntercept(design: Design, rows: number): Design {
  if (design.effects.length > 0) return design;
  const names = ['(intercept)', ...design.names];
  return { ...design, names, columns: [new Float64Array(rows).fill(1), ...design.columns] };
}

function poissonDeviance(y: Float64Array, eta: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < y.length; row++) {
    const count = y[row] as number;
    const log = eta[row] as number;
    sum += (count > 0 ? count * (Math.log(count) - log) : 0) - count + Math.exp(log);
  }
  return 2 * sum;
}
