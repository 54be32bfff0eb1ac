import { criticalT, twoSidedP } from '../student-t.ts';
import { type DemandColumns, type DemandSample, type Method, sampleOf } from './demand-sample.ts';
import { DRIFT, type Evidence, judge } from './evidence.ts';
import { type Design, leastSquares, poissonPseudoLikelihood, type Regression } from './regression.ts';

export interface ElasticityPlan {
  readonly method: Method;
  /** The quantity column holds natural logs already. */
  readonly isLog: boolean;
  /** Of the interval, 0 to 1: 0.95. */
  readonly level: number;
  /** Clustered errors are CR3, for few clusters of unequal weight, in place of CR1. */
  readonly isJackknife?: boolean;
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
  const regression = regress(sample, names, plan);
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
  const evidence = judge(sample, regression, elasticity);
  return { elasticity, terms, n, clusters, degreesOfFreedom, leftOut: sample.leftOut, evidence };
}

const NOTHING: TermEstimate = {
  ...{ name: LOG_PRICE, coefficient: Number.NaN, standardError: Number.NaN },
  ...{ lower: Number.NaN, upper: Number.NaN, t: Number.NaN, p: Number.NaN },
};

/** Suspected of drift: the later half of the rows may have another level and another elasticity. */
function regress(
  sample: DemandSample,
  controls: readonly string[],
  { method, isJackknife }: ElasticityPlan,
): Regression {
  const { response, logPrice, effects, cluster, offset } = sample;
  const isLater = logPrice.map((_, row) => (row < logPrice.length / 2 ? 0 : 1));
  const design: Design = {
    names: [LOG_PRICE, ...controls],
    columns: [logPrice, ...sample.controls],
    suspects: {
      names: ['later', DRIFT],
      columns: [isLater, logPrice.map((value, row) => value * (isLater[row] as number))],
    },
    ...{ effects, cluster, offset, isJackknife },
  };
  return method === 'ols' ? leastSquares(response, design) : poissonPseudoLikelihood(response, design);
}
