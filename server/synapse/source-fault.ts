import type { SourceState } from './errors.ts';

/** What a driver error means to us: which failure it is, and whether asking again may help. */
export interface SourceFault {
  readonly kind: SourceState | 'column' | 'query';
  readonly retryable: boolean;
  readonly number: number | undefined;
}

/** Paused, and warming up: what a serverless pool answers to its first login. */
const STARTING = new Set([42108, 42109]);
const THROTTLED = new Set([10928, 10929, 40501, 49918, 49919, 49920]);
const TRANSIENT = new Set([4060, 4221, 40143, 40197, 40540, 40613, 10060, 233, 997]);
const INVALID_COLUMN = 207;
const LOGIN_FAILED = 18456;
const LOST = new Set(['ECONNRESET', 'ESOCKET', 'ETIMEOUT', 'ECLOSE', 'EINVALIDSTATE']);
// The vendor documents these words and no number.
const OVER_BUDGET = /SQL Serverless budget limit/i;

/** Everything not known to pass is taken as final: 13807, 13609, 16513, 105, 208 and whatever comes next. */
export function readFault(error: unknown): SourceFault {
  const number = errorNumber(error);
  const fault = (kind: SourceFault['kind'], retryable: boolean): SourceFault => ({ kind, retryable, number });
  if (number !== undefined) {
    if (STARTING.has(number)) return fault('starting', true);
    if (THROTTLED.has(number)) return fault('busy', true);
    if (TRANSIENT.has(number)) return fault('unreachable', true);
    if (number === INVALID_COLUMN) return fault('column', false);
    if (number === LOGIN_FAILED) return fault('refusing', false);
  }
  if (error instanceof Error && OVER_BUDGET.test(error.message)) return fault('over-budget', false);
  if (number !== undefined) return fault('query', false);
  const code = errorCode(error);
  if (code === 'ELOGIN') return fault('refusing', false);
  if (code !== undefined && LOST.has(code)) return fault('unreachable', true);
  return fault('query', false);
}

/** SQL Server sends several errors for one mistake; the first says what it was. */
function firstError(error: unknown): unknown {
  return error instanceof AggregateError ? firstError(error.errors[0]) : error;
}

function errorNumber(error: unknown): number | undefined {
  const first = firstError(error);
  return first instanceof Error && 'number' in first && typeof first.number === 'number'
    ? first.number
    : undefined;
}

function errorCode(error: unknown): string | undefined {
  const first = firstError(error);
  return first instanceof Error && 'code' in first && typeof first.code === 'string' ? first.code : undefined;
}

/** The column a message of error 207 names, as in `Invalid column name 'units'.` */
export function invalidColumn(error: unknown): string {
  const first = firstError(error);
  return (first instanceof Error && /'([^']{1,128})'/.exec(first.message)?.[1]) || 'unknown';
}
