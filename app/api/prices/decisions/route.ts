import { explainFailure } from '#lib/messages.ts';
import {
  DECISION_ACTIONS,
  type DecisionAction,
  type DecisionOutcome,
  type DecisionRefusal,
  type DecisionRequest,
  decisionInWords,
  judgeDecision,
} from '#lib/price-decision.ts';
import { type PriceRecommendation, productOfRecommendation } from '#lib/price-recommendation.ts';
import { scopeKey } from '#lib/scope.ts';
import type { Authority } from '#server/auth/authority.ts';
import { deedOf } from '#server/auth/note-deed.ts';
import { Refusal, refusalResponse } from '#server/auth/refusals.ts';
import { requireAction } from '#server/auth/require-role.ts';
import { requireSameOrigin } from '#server/auth/same-origin.ts';
import { priceLedger } from '#server/ledger/open-price-ledger.ts';
import { noteDeed, recordDeed } from '#server/ledger/record-deed.ts';
import { log } from '#server/shared/log.ts';
import { listPriceRecommendations } from '#server/synapse/prices/list-price-recommendations.ts';
import { readJson } from '../../read-body.ts';

export const dynamic = 'force-dynamic';

const NO_STORE = { 'cache-control': 'no-store' };
/** What a person can have looked at before deciding it at once. */
const MOST_AT_ONCE = 100;

interface DecisionResult {
  readonly recommendationId: string;
  readonly outcome?: DecisionOutcome;
  readonly code?: DecisionRefusal;
}

/**
 * `{ decisions: [{ recommendationId, action, price, reason }] }`, each judged by itself against the recommendation of
 * now and what was decided before. 200 with the outcome of each; 409 where one of them was refused, with its code.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const authority = await requireAction('decide');
    const asked = readRequests(await readJson(request));
    if (!asked) return Response.json({ code: 'NOT_A_DECISION' }, { status: 422, headers: NO_STORE });
    const { rows, stale } = await listPriceRecommendations({});
    if (stale) return Response.json({ code: stale.reason }, { status: 503, headers: NO_STORE });
    const byProduct = new Map(rows.map((row) => [row.productId, row]));
    const results: DecisionResult[] = [];
    for (const one of asked) {
      const recommendation = byProduct.get(productOfRecommendation(one.recommendationId) ?? '');
      const decided = recommendation ? await decide(request, authority, recommendation, one) : 'OUTDATED';
      const { recommendationId } = one;
      results.push({
        recommendationId,
        ...(decided in OUTCOMES
          ? { outcome: decided as DecisionOutcome }
          : { code: decided as DecisionRefusal }),
      });
    }
    const status = results.some(({ code }) => code) ? 409 : 200;
    return Response.json({ results }, { status, headers: NO_STORE });
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(error);
    const { code } = explainFailure(error);
    log('warn', 'price-decision.failed', { code });
    return Response.json({ code }, { status: 503, headers: NO_STORE });
  }
}

const OUTCOMES: Readonly<Record<DecisionOutcome, true>> = { waiting: true, approved: true, rejected: true };

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

function readRequests(body: unknown): readonly DecisionRequest[] | null {
  const { decisions } = (typeof body === 'object' && body !== null ? body : {}) as { decisions?: unknown };
  if (!Array.isArray(decisions) || decisions.length === 0 || decisions.length > MOST_AT_ONCE) return null;
  const read = decisions.map(readRequest);
  return read.every((one) => one !== null) ? read : null;
}

function readRequest(one: unknown): DecisionRequest | null {
  const { recommendationId, action, price, reason } = (
    typeof one === 'object' && one !== null ? one : {}
  ) as Record<string, unknown>;
  if (typeof recommendationId !== 'string' || recommendationId.length > 100) return null;
  if (typeof action !== 'string' || !Object.hasOwn(DECISION_ACTIONS, action)) return null;
  return {
    recommendationId,
    action: action as DecisionAction,
    price: typeof price === 'number' ? price : null,
    reason: typeof reason === 'string' ? reason : '',
  };
}
