import 'server-only';
import { z } from 'zod';
import type { Answer } from '#lib/answer.ts';
import type { RevealGrant } from '#lib/customer-contact.ts';
import { type RowScope, scopeKey } from '#lib/scope.ts';
import { findAnswer, keepAnswer, putAnswer, type Retention } from './answer-cache.ts';
import { SourceTimeoutError, SourceUnreachableError } from './errors.ts';
import { goldSource } from './gold-source.ts';
import { getLakeStatus } from './lake/get-lake-status.ts';
import { bindParameters, intParameter, requireKnownKinds, withDays } from './parameters.ts';
import { withPartitions } from './partition-predicates.ts';
import { askSource, type Question, readParameters } from './question.ts';
import { requireAdditive } from './require-additive.ts';
import { labelOf, requireRowScope, withinScope } from './row-scope.ts';

// Keys hold the build: rows of a build never change, so they are kept until memory or time runs out.
const OF_A_BUILD: Retention = { ttl: '12h' };

/**
 * Makes the function that asks a question within a scope. It throws one of errors.ts; while the source is down or slow
 * it gives the last good answer of the same question and scope, marked stale.
 * @throws TypeError at declaration, where the SQL could read rows past a scope, sums what does not add up, or a parameter
 * has no stated type
 */
export function goldQuery<P extends z.ZodObject, R extends z.ZodObject>(question: Question<P, R>) {
  requireRowScope(question.name, question.sql, { scoped: true });
  requireKnownKinds(question.name, question.params.shape);
  requireAdditive(question.name, question.sql, question.addedUp);
  return (params: z.input<P>, scope: RowScope, signal?: AbortSignal): Promise<Answer<z.output<R>>> =>
    answerOf(question, params, scope, signal);
}

/** The same for a question whose rows belong to no store; `everyoneBecause` says why anyone signed in may read them. */
export function openGoldQuery<P extends z.ZodObject, R extends z.ZodObject>(
  question: Question<P, R> & { readonly everyoneBecause: string },
) {
  requireRowScope(question.name, question.sql, { scoped: false });
  requireKnownKinds(question.name, question.params.shape);
  requireAdditive(question.name, question.sql, question.addedUp);
  return (params: z.input<P>, signal?: AbortSignal): Promise<Answer<z.output<R>>> =>
    answerOf(question, params, null, signal);
}

/**
 * The same for the one kind of question that may read who somebody is. It needs the leave that a recorded reveal gives,
 * asks for that customer alone, and keeps no answer anywhere.
 */
export function personalGoldQuery<R extends z.ZodObject>(question: Question<typeof ONE_CUSTOMER, R>) {
  requireRowScope(question.name, question.sql, { scoped: true, personal: true });
  requireAdditive(question.name, question.sql, question.addedUp);
  return async ({ customerKey, scope }: RevealGrant, signal?: AbortSignal) => {
    const params = readParameters(question, { customerKey });
    const { sql, parameters } = withinScope(question.sql, scope);
    const bound = [...bindParameters(question.params.shape, params), ...parameters];
    const { rows } = await askSource({ ...question, sql }, bound, goldSource(), signal);
    return rows;
  };
}

export const ONE_CUSTOMER = z.strictObject({ customerKey: intParameter(1, 999_999_999) });

type KeptAnswer<Row> = Omit<Answer<Row>, 'stale' | 'label'>;

async function answerOf<P extends z.ZodObject, R extends z.ZodObject>(
  question: Question<P, R>,
  values: z.input<P>,
  scope: RowScope | null,
  signal?: AbortSignal,
): Promise<Answer<z.output<R>>> {
  const label = labelOf(question.sql);
  const params = readParameters(question, values);
  const sql = withDays(question.sql, params);
  const scoped = scope ? withinScope(sql, scope) : { sql, parameters: [] };
  const parameters = [...bindParameters(question.params.shape, params), ...scoped.parameters];
  const pruned = withPartitions(scoped.sql, parameters);
  const asked = JSON.stringify([question.name, params, scope ? scopeKey(scope) : 'everyone']);
  const { buildId, stale } = await getLakeStatus();
  const askNow = async (shared: AbortSignal): Promise<KeptAnswer<z.output<R>>> => {
    const answer = {
      ...(await askSource({ ...question, sql: pruned }, parameters, goldSource(), shared)),
      buildId,
    };
    await putAnswer(asked, OF_A_BUILD, answer);
    return answer;
  };
  try {
    const answer = await keepAnswer(`${asked} ${buildId}`, OF_A_BUILD, askNow, signal);
    return { ...answer, label, stale: stale && { ...stale, since: Math.max(stale.since, answer.queriedAt) } };
  } catch (error) {
    if (!(error instanceof SourceUnreachableError || error instanceof SourceTimeoutError)) throw error;
    const last = await findAnswer<KeptAnswer<z.output<R>>>(asked);
    if (!last) throw error;
    return { ...last, label, stale: { since: last.queriedAt, reason: error.code } };
  }
}
