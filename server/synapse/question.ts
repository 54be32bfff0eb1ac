import 'server-only';
import type { z } from 'zod';
import { log } from '#server/shared/log.ts';
import {
  ContractDriftError,
  QueryFailedError,
  QuestionParametersError,
  SourceTimeoutError,
  SourceUnreachableError,
} from './errors.ts';
import type { BoundParameter } from './parameters.ts';
import type { AddedUp } from './require-additive.ts';
import { invalidColumn, readFault } from './source-fault.ts';
import { SourceDeadlineError, type SourcePool } from './source-pool.ts';
import type { StatementResult } from './statement.ts';

/** One question to the gold views, as a value. */
export interface Question<Params extends z.ZodObject, Row extends z.ZodObject> {
  /** subject.file, in every log line and error. */
  readonly name: string;
  readonly params: Params;
  readonly sql: string;
  /** Measures it sums that do not add up by themselves, `gold.view.column`, with what makes the sum mean something. */
  readonly addedUp?: AddedUp;
  /** One entry per column of the SELECT, by its alias. */
  readonly row: Row;
}

export interface SourceRows<Row> {
  readonly rows: readonly Row[];
  readonly truncated: boolean;
  readonly queriedAt: number;
}

/** What a page may fetch: more rows block the event loop for everyone. */
const ROW_CAP = 2_000;

/** @throws QuestionParametersError naming every parameter refused */
export function readParameters<Params extends z.ZodObject>(
  { name, params }: Question<Params, z.ZodObject>,
  values: unknown,
): z.output<Params> {
  const parsed = params.safeParse(values);
  if (parsed.success) return parsed.data;
  const refused = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.') || 'params'],
  );
  throw new QuestionParametersError(name, [...new Set(refused)], { cause: parsed.error });
}

/** Asks the source itself, past every cache. @throws one of the errors in errors.ts, or the signal's reason. */
export async function askSource<Row extends z.ZodObject>(
  question: Question<z.ZodObject, Row>,
  parameters: readonly BoundParameter[],
  pool: SourcePool,
  signal?: AbortSignal,
): Promise<SourceRows<z.output<Row>>> {
  const started = Date.now();
  try {
    const result = await pool.ask({ sql: question.sql, parameters, rowCap: ROW_CAP }, signal);
    const rows = readRows(question, result);
    log('info', 'synapse.asked', {
      question: question.name,
      ms: Date.now() - started,
      rows: rows.length,
      ...(result.megabytesBilled === undefined ? {} : { megabytesBilled: result.megabytesBilled }),
    });
    return { rows, truncated: result.truncated, queriedAt: started };
  } catch (error) {
    if (signal?.aborted) throw error;
    const failure = error instanceof ContractDriftError ? error : translate(question.name, error);
    const { number, kind } = readFault(error);
    log('warn', 'synapse.failed', {
      question: question.name,
      ms: Date.now() - started,
      code: failure.code,
      ...(failure instanceof ContractDriftError ? { column: failure.column } : { kind, number }),
    });
    throw failure;
  }
}

function translate(question: string, cause: unknown) {
  if (cause instanceof SourceDeadlineError) return new SourceTimeoutError(question, { cause });
  const { kind, number } = readFault(cause);
  if (kind === 'query') return new QueryFailedError(question, number, { cause });
  if (kind === 'column') return new ContractDriftError(question, invalidColumn(cause), 'is gone', { cause });
  return new SourceUnreachableError(question, kind, { cause });
}

function readRows<Row extends z.ZodObject>(
  { name, row }: Question<z.ZodObject, Row>,
  { columns, rows }: StatementResult,
): z.output<Row>[] {
  const expected = Object.keys(row.shape);
  const missing = expected.find((column) => !columns.includes(column));
  if (missing) throw new ContractDriftError(name, missing, 'is missing');
  const extra = columns.find((column, at) => !expected.includes(column) || columns.indexOf(column) !== at);
  if (extra !== undefined) throw new ContractDriftError(name, extra, 'is not expected');
  return rows.map((values) => {
    const parsed = row.safeParse(values);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const column = String(issue?.path[0] ?? 'unknown');
    throw new ContractDriftError(name, column, 'is not of the agreed type', { cause: parsed.error });
  });
}
