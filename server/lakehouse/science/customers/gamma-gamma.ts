import { logGamma } from '../log-gamma.ts';
import { minimise } from './minimise.ts';
import type { PurchaseHistory } from './purchase-history.ts';
import { BECAUSE, type EvidenceGrade, gradeOf, standardErrors } from './standard-errors.ts';

/**
 * The Gamma-Gamma model of spend (Fader and Hardie, "The Gamma-Gamma model of monetary value", 2013): a purchase is
 * worth Gamma(p, rate nu), nu varies over customers as Gamma(q, rate v). v is in the currency of the amounts.
 */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

export interface GammaGammaFit {
  readonly grade: EvidenceGrade;
  readonly because: string;
  /** Customers with a repeat purchase of more than nothing: the others say nothing about spend. */
  readonly customers: number;
  readonly parameters: GammaGamma | null;
  readonly errors: GammaGamma | null;
  readonly logLikelihood: number | null;
  /** Pearson's, of frequency and mean spend: the model takes it for nought. */
  readonly correlation: number | null;
}

const LOG_BOUND = 12;
const hasSpend = ({ frequency, monetary }: PurchaseHistory) =>
  Number.isInteger(frequency) && frequency > 0 && monetary > 0 && Number.isFinite(monetary);

/** Maximum likelihood over log-parameters; the grade says what the data lack. */
export function fitGammaGamma(histories: readonly PurchaseHistory[]): GammaGammaFit {
  const spending = histories.filter(hasSpend);
  const refuse = (because: string): GammaGammaFit => ({
    ...{ grade: 'none', because, customers: spending.length },
    ...{ parameters: null, errors: null, logLikelihood: null, correlation: null },
  });
  if (spending.length < 2) return refuse('fewer than two customers spent anything on a repeat purchase');
  const mean = spending.reduce((sum, { monetary }) => sum + monetary, 0) / spending.length;
  if (spending.every(({ monetary }) => monetary === mean)) return refuse('all customers spend the same');
  const loss = (logs: Float64Array) =>
    logs.some((x) => Math.abs(x) > LOG_BOUND)
      ? Number.POSITIVE_INFINITY
      : -gammaGammaLogLikelihood(fromLogs(logs, mean), spending);
  const { point, value, converged } = minimise(loss, new Float64Array([1, 1, 0]));
  const logErrors = standardErrors(loss, point);
  const grade = gradeOf(converged, logErrors);
  const parameters = fromLogs(point, mean);
  const [p = 0, q = 0, v = 0] = logErrors ?? [];
  return {
    ...{ grade, because: BECAUSE[grade] },
    customers: spending.length,
    parameters,
    errors: logErrors && { p: parameters.p * p, q: parameters.q * q, v: parameters.v * v },
    logLikelihood: -value,
    correlation: correlation(spending),
  };
}

/** Natural log of the density of the mean spends of customers with a positive one. */
export function gammaGammaLogLikelihood(
  { p, q, v }: GammaGamma,
  histories: readonly PurchaseHistory[],
): number {
  let total = 0;
  for (const history of histories) {
    if (!hasSpend(history)) continue;
    const { frequency: x, monetary: m } = history;
    const both = logGamma(p * x + q) - logGamma(p * x) - logGamma(q);
    total +=
      both + q * Math.log(v) + p * x * Math.log(m * x) - Math.log(m) - (p * x + q) * Math.log(v + m * x);
  }
  return total;
}

/**
 * Spend expected of a customer's purchase, in the currency of the amounts: own mean and the mean over customers,
 * weighed by how often the customer bought. Null where the model has no mean (q at most 1) and nothing was bought.
 */
export function expectedSpend({ p, q, v }: GammaGamma, history: PurchaseHistory): number | null {
  const x = hasSpend(history) ? history.frequency : 0;
  const below = p * x + q - 1;
  return below > 0 ? (p * (v + (x === 0 ? 0 : x * history.monetary))) / below : null;
}

function fromLogs(logs: Float64Array, mean: number): GammaGamma {
  const [p = 1, q = 1, v = 1] = logs.map(Math.exp);
  return { p, q, v: v * mean };
}

function correlation(histories: readonly PurchaseHistory[]): number | null {
  const mean = (of: (history: PurchaseHistory) => number) =>
    histories.reduce((sum, history) => sum + of(history), 0) / histories.length;
  const often = mean(({ frequency }) => frequency);
  const much = mean(({ monetary }) => monetary);
  const both = mean(({ frequency, monetary }) => (frequency - often) * (monetary - much));
  const spread = Math.sqrt(mean((h) => (h.frequency - often) ** 2) * mean((h) => (h.monetary - much) ** 2));
  return spread > 0 ? both / spread : null;
}
