import { absorberOf, type Effect } from './absorb-effects.ts';
import { effectRank } from './effect-rank.ts';
import { estimateErrors } from './estimate-errors.ts';
import { coefficientsOf, dot, project } from './least-squares.ts';

/** What a column is explained by: numbers, and effects with a parameter per level that are not reported. */
export interface Design {
  readonly names: readonly string[];
  /** Without effects a constant is added and reported as (intercept). */
  readonly columns: readonly Float64Array[];
  readonly effects: readonly Effect[];
  /** Rows of one level may err together. */
  readonly cluster?: Effect | undefined;
}

export interface Term {
  readonly name: string;
  /** NaN when the column is a combination of the others or of the effects. */
  readonly estimate: number;
  readonly standardError: number;
}

export interface Regression {
  readonly terms: readonly Term[];
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
export function leastSquares(y: Float64Array, given: Design): Regression {
  const design = withIntercept(given, y.length);
  const absorb = absorberOf(design.effects);
  const columns = design.columns.map(absorb);
  const left = absorb(y);
  const projection = project(columns, design.columns.map(lengthOf));
  const estimates = coefficientsOf(projection, left);
  const residuals = left.slice();
  for (const [k, number] of projection.kept.entries())
    subtract(residuals, estimates[k] ?? 0, columns[number] as Float64Array);
  return report(design, projection, estimates, residuals, 'equal variance', true);
}

const MOST_ROUNDS = 200;

/**
 * Poisson pseudo-maximum-likelihood of counts (or any y >= 0, zeros too) on the design: log E[y] is linear. Iterated
 * weighted least squares with the effects absorbed anew in each round (Correia, Guimaraes and Zylkin 2020). The rows
 * of a level that never sold must be left out before. Errors as in leastSquares; without a cluster robust (HC1), since
 * the variance is not taken to be the mean.
 */
export function poissonPseudoLikelihood(y: Float64Array, given: Design): Regression {
  const design = withIntercept(given, y.length);
  const lengths = design.columns.map(lengthOf);
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  let eta = y.map((value) => Math.log((value + mean) / 2));
  let deviance = Number.POSITIVE_INFINITY;
  for (let round = 1; ; round++) {
    const mu = eta.map(Math.exp);
    const roots = mu.map(Math.sqrt);
    const working = eta.map((value, row) => value + (y[row] as number) / (mu[row] as number) - 1);
    const absorb = absorberOf(design.effects, mu);
    const weigh = (column: Float64Array) => column.map((value, row) => value * (roots[row] as number));
    const columns = design.columns.map(absorb);
    const left = absorb(working);
    const projection = project(
      columns.map(weigh),
      lengths.map((length) => length * Math.sqrt(mean)),
    );
    const estimates = coefficientsOf(projection, weigh(left));
    for (const [k, number] of projection.kept.entries())
      subtract(left, estimates[k] ?? 0, columns[number] as Float64Array);
    eta = working.map((value, row) => value - (left[row] as number));
    const now = poissonDeviance(y, eta);
    const converged = Math.abs(deviance - now) <= 1e-12 * (0.1 + now);
    if (converged || round === MOST_ROUNDS || Number.isNaN(now)) {
      const residuals = left.map((value, row) => value * (roots[row] as number));
      return report(design, projection, estimates, residuals, 'robust', converged);
    }
    deviance = now;
  }
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

function report(
  design: Design,
  projection: ReturnType<typeof project>,
  estimates: readonly number[],
  residuals: Float64Array,
  unclustered: 'equal variance' | 'robust',
  converged: boolean,
): Regression {
  const parameters = projection.kept.length + effectRank(design.effects);
  const { cluster } = design;
  const n = residuals.length;
  const errors = estimateErrors(projection, residuals, n - parameters, cluster ?? unclustered);
  const placeOf = (number: number) => projection.kept.indexOf(number);
  const terms = design.names.map((name, number) => ({
    name,
    estimate: estimates[placeOf(number)] ?? Number.NaN,
    standardError: errors[placeOf(number)] ?? Number.NaN,
  }));
  const degreesOfFreedom = cluster ? cluster.levels - 1 : n - parameters;
  return { terms, n, parameters, clusters: cluster?.levels ?? null, degreesOfFreedom, converged };
}

function withIntercept(design: Design, rows: number): Design {
  if (design.effects.length > 0) return design;
  const names = ['(intercept)', ...design.names];
  return { ...design, names, columns: [new Float64Array(rows).fill(1), ...design.columns] };
}

const lengthOf = (column: Float64Array) => Math.sqrt(dot(column, column));

function subtract(from: Float64Array, factor: number, column: Float64Array): void {
  for (let row = 0; row < from.length; row++)
    from[row] = (from[row] as number) - factor * (column[row] as number);
}
