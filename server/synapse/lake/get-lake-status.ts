import 'server-only';
import { z } from 'zod';
import type { LakeStatus } from '#lib/lake-status.ts';
import { remember } from '#server/shared/remember.ts';
import { keepAnswer, type Retention } from '../answer-cache.ts';
import { countColumn, dateColumn, instantColumn, textColumn } from '../columns.ts';
import { QueryFailedError } from '../errors.ts';
import { goldSource } from '../gold-source.ts';
import { askSource, type Question } from '../question.ts';

const row = z.object({
  buildId: textColumn(),
  sourceName: textColumn(),
  firstDate: dateColumn(),
  lastClosedDate: dateColumn(),
  currency: textColumn(),
  timeZone: textColumn(),
  loadedAt: instantColumn(),
  checks: countColumn(),
  failedChecks: countColumn(),
}) satisfies z.ZodType<Omit<LakeStatus, 'stale'>>;

const question: Question<z.ZodObject, typeof row> = {
  name: 'lake.get-lake-status',
  params: z.strictObject({}),
  sql: `
    SELECT
      b.build_id AS buildId,
      b.source_name AS sourceName,
      b.first_date AS firstDate,
      b.last_closed_date AS lastClosedDate,
      b.currency AS currency,
      b.time_zone AS timeZone,
      b.loaded_at AS loadedAt,
      (SELECT COUNT(*) FROM gold.data_quality AS q) AS checks,
      (SELECT COUNT(*) FROM gold.data_quality AS q WHERE q.outcome = 'failed') AS failedChecks
    FROM gold.lake_status AS b`,
  row,
};

// Every question is keyed by the build, so this is the one that finds a new build, or the source gone.
const CURRENT: Retention = { ttl: '30s', grace: '12h', graceBackoff: '5s', timeout: 300 };

/**
 * The lake now served. It names no store, so it takes no scope; pages, processes and every other question read it.
 * While the source is down or slow the last known status is given, marked stale.
 * @throws one of errors.ts where no status was ever read
 */
export async function getLakeStatus(): Promise<LakeStatus> {
  const attempt = remember('lake-status-attempt', () => ({ failure: null as string | null }));
  const { confirmedAt, ...status } = await keepAnswer(question.name, CURRENT, async () => {
    try {
      const { rows, queriedAt } = await askSource(question, [], goldSource());
      const [current] = rows;
      if (!current) throw new QueryFailedError(question.name, undefined);
      attempt.failure = null;
      return { ...current, confirmedAt: queriedAt };
    } catch (error) {
      attempt.failure = failureCode(error);
      throw error;
    }
  });
  return {
    ...status,
    stale: attempt.failure === null ? null : { since: confirmedAt, reason: attempt.failure },
  };
}

function failureCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'QUERY_FAILED';
}
