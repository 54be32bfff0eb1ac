import type { EvidenceGrade } from '../customers/standard-errors.ts';
import type { DemandSample } from './demand-sample.ts';
import type { TermEstimate } from './estimate-elasticity.ts';
import type { Regression } from './regression.ts';

export type EvidenceFlag =
  | 'no rows'
  | 'one price only'
  | 'price moves with the effects only'
  | 'no standard error'
  | 'demand is explained without remainder'
  | 'not converged'
  | 'few price points'
  | 'few clusters'
  | 'rows without sales left out'
  | 'wrong sign'
  | 'unstable'
  | 'imprecise';

export interface Evidence {
  /** A: to act on. B: to be watched. C: a hint. none: not enough evidence to say a number. */
  readonly grade: EvidenceGrade;
  readonly flags: readonly EvidenceFlag[];
  /** Different prices, to one percent, each on two rows and on one row in a thousand at least. */
  readonly pricePoints: number;
}

const ENOUGH_PRICE_POINTS = 4;
const ENOUGH_CLUSTERS = 10;
/** Standard errors against the elasticity, or against 1 for a smaller one. */
const PRECISE = 0.25;
const USABLE = 0.5;
/** Elasticities and errors beyond this are not found but run away to, where sales are too few to hold them. */
const MOST_SAYABLE = 30;

export function ranAway({
  coefficient,
  standardError,
}: Pick<TermEstimate, 'coefficient' | 'standardError'>): boolean {
  return Math.abs(coefficient) > MOST_SAYABLE || standardError > MOST_SAYABLE;
}

/** Rows without sales that ols may lose before it is doubted, and before it is a hint only: it then looks too inelastic. */
const LOST = { doubted: 0.02, hint: 0.1 };
/** Standard errors away from no drift, and as a share of the elasticity: both, so that large data is not accused. */
const DRIFT_LIMITS = { errors: 3, share: 0.25 };

/** The suspect of a regression that says by how much the elasticity changes over time. */
export const DRIFT = 'log(price) x later';

/** How far an elasticity can be trusted, and why not further. */
export function judge(
  sample: DemandSample,
  regression: Regression,
  { coefficient, standardError }: Pick<TermEstimate, 'coefficient' | 'standardError'>,
): Evidence {
  const pricePoints = countPricePoints(sample.logPrice);
  const drift = regression.suspects.find(({ name }) => name === DRIFT);
  const isUnstable =
    drift !== undefined &&
    Math.abs(drift.estimate) > DRIFT_LIMITS.errors * drift.standardError &&
    Math.abs(drift.estimate) > DRIFT_LIMITS.share * Math.abs(coefficient);
  const fatal: EvidenceFlag[] = [];
  if (regression.n === 0) fatal.push('no rows');
  else if (new Set(sample.logPrice).size === 1) fatal.push('one price only');
  else if (Number.isNaN(coefficient)) fatal.push('price moves with the effects only');
  else if (!regression.converged) fatal.push('not converged');
  else if (Number.isNaN(standardError) || ranAway({ coefficient, standardError }))
    fatal.push('no standard error');
  // Within rounding error of nothing left: a column that follows from the price, or sales that never change.
  else if (standardError < 1e-10) fatal.push('demand is explained without remainder');
  if (fatal.length > 0) return { grade: 'none', flags: fatal, pricePoints };
  const flags: EvidenceFlag[] = [];
  if (pricePoints < ENOUGH_PRICE_POINTS) flags.push('few price points');
  if (regression.clusters !== null && regression.clusters < ENOUGH_CLUSTERS) flags.push('few clusters');
  if (sample.lostToZero > LOST.doubted) flags.push('rows without sales left out');
  if (isUnstable) flags.push('unstable');
  return gradedBy(flags, { coefficient, standardError }, sample.lostToZero > LOST.hint, pricePoints);
}

/** The same evidence for an estimate that was bettered since, as by pulling it towards its category. */
export function judgeAnew(
  { grade, flags, pricePoints }: Evidence,
  better: Pick<TermEstimate, 'coefficient' | 'standardError'>,
): Evidence {
  if (grade === 'none') return { grade, flags, pricePoints };
  const kept = flags.filter((flag) => flag !== 'wrong sign' && flag !== 'imprecise');
  return gradedBy(kept, better, false, pricePoints);
}

function gradedBy(
  found: readonly EvidenceFlag[],
  { coefficient, standardError }: Pick<TermEstimate, 'coefficient' | 'standardError'>,
  isLost: boolean,
  pricePoints: number,
): Evidence {
  const relative = standardError / Math.max(1, Math.abs(coefficient));
  const flags = [...found];
  if (coefficient >= 0) flags.push('wrong sign');
  if (!(relative <= PRECISE)) flags.push('imprecise');
  if (flags.length === 0) return { grade: 'A', flags, pricePoints };
  const isHint = relative > USABLE || isLost || flags.includes('wrong sign') || flags.includes('unstable');
  return { grade: isHint ? 'C' : 'B', flags, pricePoints };
}

function countPricePoints(logPrice: Float64Array): number {
  const rows = new Map<number, number>();
  for (const value of logPrice) {
    const point = Math.round(value * 100);
    rows.set(point, (rows.get(point) ?? 0) + 1);
  }
  return [...rows.values()].filter((count) => count >= Math.max(2, logPrice.length / 1000)).length;
}
