import { z } from 'zod';
import { explainFailure } from '#lib/messages.ts';
import { Refusal, refusalResponse } from '#server/auth/refusals.ts';
import { log } from '#server/shared/log.ts';
import { BodyRefusedError } from './body.ts';
import { CursorExpiredError } from './cursor.ts';
import { NothingThereError } from './list-response.ts';
import { QueryRefusedError } from './query.ts';

/** RFC 9457. */
export const PROBLEM = z
  .object({
    type: z.string(),
    title: z.string().describe('What happened, as a sentence'),
    status: z.int(),
    code: z.string().describe('Stable name of it'),
  })
  .describe('A problem, as RFC 9457 has it');

/** The answer to whatever went wrong; nothing of the inside is told. */
export function problemResponse(error: unknown): Response {
  if (error instanceof Refusal) return refusalResponse(error);
  if (error instanceof QueryRefusedError) return problem(400, error.message, error.code);
  if (error instanceof NothingThereError) return problem(404, error.message, error.code);
  if (error instanceof CursorExpiredError) return problem(410, error.message, error.code);
  if (error instanceof BodyRefusedError) return problem(422, error.message, error.code);
  const { code, sentence } = explainFailure(error);
  log('warn', 'api.failed', { code });
  return problem(503, sentence, code);
}

export function problem(status: number, title: string, code: string): Response {
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return Response.json({ type: 'about:blank', title, status, code }, { status, headers });
}
