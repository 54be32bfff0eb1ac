import { criticalT, twoSidedP } from '../student-t.ts';
import { type DemandColumns, type DemandSample, type Method, sampleOf } from './demand-sample.ts';
import { type Evidence, judge } from './evidence.ts';
import { leastSquares, poissonPseudoLikelihood, type Regression, type Term } from './regression.ts';

export interface ElasticityPlan {
  readonly method: Method;
  /** The quantity column holds natural logs already. */
  readonly isLog: boolean;
  /** Of the interval, 0 to 1: 0.95. */
  readonly level: number;
}

export interface TermEstimate {
  readonly name: string;
  /** Of log(price): percent change of units sold per percent change of price. */
  readonly coefficient: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly t: number;
  /** Two-sided, against 0. */
  readonly p: number;
}

export interface ElasticityEstimate {
  readonly elasticity: TermEstimate;
  /** All terms, the elasticity among them, in the order of the design. */
  readonly terms: readonly TermEstimate[];
  readonly n: number;
  readonly clusters: number | null;
  readonly degreesOfFreedom: number;
  readonly leftOut: DemandSample['leftOut'];
  readonly evidence: Evidence;
}

export const LOG_PRICE = 'log(price)';

/**
 * Price elasticity of demand: the coefficient of log price, log units being linear in log price, controls and effects
 * (retail's log-log demand). Never throws: what cannot be estimated is NaN, with grade `none` and the reason.
 */
export function estimateElasticity(
  columns: DemandColumns,
  plan: ElasticityPlan,
  rows: Int32Array = Int32Array.from(columns.price.keys()),
): ElasticityEstimate {
  const sample = sampleOf(columns, rows, plan);
  const names = columns.controls.map(({ name }) => name);
  const regression = regress(sample, names, plan.method);
  const { degreesOfFreedom, n, clusters } = regression;
  const critical = criticalT(1 - plan.level, degreesOfFreedom);
  const terms = regression.terms.map(({ name, estimate, standardError }) => ({
    name,
    coefficient: estimate,
    standardError,
    lower: estimate - critical * standardError,
    upper: estimate + critical * standardError,
    t: estimate / standardError,
    p: twoSidedP(estimate / standardError, degreesOfFreedom),
  }));
  const elasticity = terms.find(({ name }) => name === LOG_PRICE) ?? NOTHING;
  const evidence = judge(sample, regression, elasticity, driftOf(sample, names, plan.method));
  return { elasticity, terms, n, clusters, degreesOfFreedom, leftOut: sample.leftOut, evidence };
}

const NOTHING: TermEstimate = {
  ...{ name: LOG_PRICE, coefficient: Number.NaN, standardError: Number.NaN },
  ...{ lower: Number.NaN, upper: Number.NaN, t: Number.NaN, p: Number.NaN },
};

/** How much the elasticity of the later half of the rows differs, with the standard error of that. */
function driftOf(sample: DemandSample, controls: readonly string[], method: Method): Term | undefined {
  const half = sample.logPrice.length / 2;
  const later = sample.logPrice.map((value, row) => (row < half ? 0 : value));
  const isLater = sample.logPrice.map((_, row) => (row < half ? 0 : 1));
  const drifting = { ...sample, controls: [later, isLater, ...sample.controls] };
  return regress(drifting, [LATER, 'is later', ...controls], method).terms.find(({ name }) => name === LATER);
}

const LATER = 'log(price) later';

function regress(sample: DemandSample, controls: readonly string[], method: Method): Regression {
  const { response, effects, cluster } = sample;
  const design = {
    names: [LOG_PRICE, ...controls],
    columns: [sample.logPrice, ...sample.controls],
    effects,
    cluster,
  };
  return method === 'ols' ? leastSquares(response, design) : poissonPseudoLikelihood(response, design);
}
