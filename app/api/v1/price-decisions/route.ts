import type { z } from 'zod';
import {
  DECISION_OUTCOMES,
  type DecisionOutcome,
  type DecisionRefusal,
  type DecisionRequest,
  type DecisionResult,
  decisionInWords,
  judgeDecision,
} from '#lib/price-decision.ts';
import { type PriceRecommendation, productOfRecommendation } from '#lib/price-recommendation.ts';
import { scopeKey } from '#lib/scope.ts';
import type { Authority } from '#server/auth/authority.ts';
import { deedOf } from '#server/auth/note-deed.ts';
import { requireAction } from '#server/auth/require-role.ts';
import { requireSameOrigin } from '#server/auth/same-origin.ts';
import { priceLedger } from '#server/ledger/open-price-ledger.ts';
import { noteDeed, recordDeed } from '#server/ledger/record-deed.ts';
import { listPriceRecommendations } from '#server/synapse/prices/list-price-recommendations.ts';
import { readBodyAs } from '../body.ts';
import { problemResponse } from '../problem.ts';
import type { DECISIONS_ANSWER } from './decisions-answer.ts';
import { DECISIONS_BODY } from './decisions-body.ts';

export const dynamic = 'force-dynamic';

/**
 * Decisions, each judged by itself against the recommendation of now and what was decided before. 200 with the outcome
 * of each; 409 where one of them was refused, with its code.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const authority = await requireAction('decide');
    const { decisions } = await readBodyAs(DECISIONS_BODY, request);
    const { rows, stale } = await listPriceRecommendations({});
    if (stale) return problemResponse({ code: stale.reason });
    const byProduct = new Map(rows.map((row) => [row.productId, row]));
    const results: DecisionResult[] = [];
    for (const one of decisions) {
      const recommendation = byProduct.get(productOfRecommendation(one.recommendationId) ?? '');
      const decided = recommendation ? await decide(request, authority, recommendation, one) : 'OUTDATED';
      const { recommendationId } = one;
      results.push({
        recommendationId,
        ...(decided in DECISION_OUTCOMES
          ? { outcome: decided as DecisionOutcome }
          : { code: decided as DecisionRefusal }),
      });
    }
    const status = results.some(({ code }) => code) ? 409 : 200;
    const body: z.input<typeof DECISIONS_ANSWER> = { results };
    return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error);
  }
}

/** Written down in the audit before it is done. @throws LedgerUnavailableError: then it was not done. */
async function decide(
  { headers }: Request,
  { person, scope }: Authority,
  recommendation: PriceRecommendation,
  asked: DecisionRequest,
): Promise<DecisionOutcome | DecisionRefusal> {
  const [standing] = await priceLedger().standings([asked.recommendationId]);
  if (!standing) return 'OUTDATED';
  const who = { personId: person.id, account: person.account, at: new Date().toISOString() };
  const judged = judgeDecision(recommendation, standing.last, asked, who);
  const action = asked.action === 'reject' ? 'reject-price' : 'decide-price';
  const refuse = async (code: DecisionRefusal) => {
    const deed = { action, outcome: 'refused', subject: recommendation.productId, code } as const;
    await noteDeed(deedOf(headers, person, { ...deed, scope: scopeKey(scope) }));
    return code;
  };
  if (typeof judged === 'string') return refuse(judged);
  const deed = { action, outcome: 'done', subject: decisionInWords(judged), scope: scopeKey(scope) } as const;
  await recordDeed(deedOf(headers, person, deed));
  return (await priceLedger().append(judged, standing)) ? judged.outcome : refuse('CHANGED_MEANWHILE');
}
