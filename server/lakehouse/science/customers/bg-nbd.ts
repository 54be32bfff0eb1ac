import { logGamma } from '../log-gamma.ts';
import { minimise } from './minimise.ts';
import { isPossible, type PurchaseHistory } from './purchase-history.ts';
import { BECAUSE, type EvidenceGrade, gradeOf, standardErrors } from './standard-errors.ts';

/**
 * The BG/NBD model of repeat purchases ("Counting your customers the easy way", Fader, Hardie and Lee, Marketing
 * Science 2005): purchase rates vary as Gamma(r, rate alpha); after each purchase a customer leaves for good with a
 * chance that varies as Beta(a, b). alpha is in the time unit of the histories.
 */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

export interface BgNbdFit {
  readonly grade: EvidenceGrade;
  /** What the grade rests on, in a sentence; empty for A. */
  readonly because: string;
  readonly customers: number;
  /** Histories that cannot be (NaN, last purchase after the end …) and were left out. */
  readonly leftOut: number;
  readonly parameters: BgNbd | null;
  readonly errors: BgNbd | null;
  readonly logLikelihood: number | null;
}

/** Histories with the same frequency, recency and age, with how many customers have them. */
interface Cells {
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly customers: Float64Array;
}

const LOG_BOUND = 12;

/** Maximum likelihood over log-parameters; never throws on odd data: the grade says what they lack. */
export function fitBgNbd(histories: readonly PurchaseHistory[]): BgNbdFit {
  const possible = histories.filter(isPossible);
  const counts = { customers: possible.length, leftOut: histories.length - possible.length };
  const refuse = (because: string): BgNbdFit => ({
    ...{ grade: 'none', because, ...counts },
    ...{ parameters: null, errors: null, logLikelihood: null },
  });
  if (possible.length < 2) return refuse('fewer than two customers');
  if (possible.every(({ frequency }) => frequency === 0)) return refuse('no customer ever bought again');
  const cells = cellsOf(possible);
  const perUnit = possible.reduce((sum, { age }) => sum + age, 0) / possible.length || 1;
  const loss = (logs: Float64Array) =>
    logs.some((x) => Math.abs(x) > LOG_BOUND)
      ? Number.POSITIVE_INFINITY
      : -cellsLogLikelihood(fromLogs(logs, perUnit), cells);
  const { point, value, converged } = minimise(loss, new Float64Array([-0.5, -0.5, 0, 0.5]));
  const parameters = fromLogs(point, perUnit);
  const logErrors = standardErrors(loss, point);
  const grade = gradeOf(converged, logErrors);
  const errors = logErrors && fromErrors(parameters, logErrors);
  return {
    ...{ grade, because: BECAUSE[grade] },
    ...counts,
    parameters,
    errors: errors,
    logLikelihood: -value,
  };
}

/** Natural log of the likelihood of the histories, every term included, as published for the CDNOW sample. */
export function bgNbdLogLikelihood(parameters: BgNbd, histories: readonly PurchaseHistory[]): number {
  return cellsLogLikelihood(parameters, cellsOf(histories));
}

/** In the form of Fader and Hardie's note 27, which neither overflows nor cancels for huge counts. */
function cellsLogLikelihood(
  { r, alpha, a, b }: BgNbd,
  { frequency, recency, age, customers }: Cells,
): number {
  const whole = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b);
  let total = 0;
  let lastCount = -1;
  let counted = 0;
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i] ?? 0;
    if (x !== lastCount) counted = logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x);
    lastCount = x;
    const staying = -(r + x) * Math.log(alpha + (age[i] ?? 0));
    const gone =
      x > 0
        ? Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + (recency[i] ?? 0))
        : Number.NEGATIVE_INFINITY;
    const greater = Math.max(staying, gone);
    const either = greater + Math.log(Math.exp(staying - greater) + Math.exp(gone - greater));
    total += (customers[i] ?? 0) * (whole + counted + either);
  }
  return total;
}

/** Ordered by frequency, so that the gamma functions are asked once for each count. */
function cellsOf(histories: readonly PurchaseHistory[]): Cells {
  const byKey = new Map<string, [number, number, number, number]>();
  for (const { frequency, recency, age } of histories) {
    const key = `${frequency} ${recency} ${age}`;
    const cell = byKey.get(key);
    if (cell) cell[3]++;
    else byKey.set(key, [frequency, recency, age, 1]);
  }
  const cells = [...byKey.values()].sort((one, other) => one[0] - other[0]);
  const column = (i: 0 | 1 | 2 | 3) => Float64Array.from(cells, (cell) => cell[i]);
  return { frequency: column(0), recency: column(1), age: column(2), customers: column(3) };
}

function fromLogs(logs: Float64Array, perUnit: number): BgNbd {
  const [r = 1, alpha = 1, a = 1, b = 1] = logs.map(Math.exp);
  return { r, alpha: alpha * perUnit, a, b };
}

function fromErrors(at: BgNbd, [r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd {
  return { r: at.r * r, alpha: at.alpha * alpha, a: at.a * a, b: at.b * b };
}
