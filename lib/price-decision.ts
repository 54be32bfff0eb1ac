import { type Expected, effectOf } from './demand-curve.ts';
import { PRICE_RULES } from './price-guardrails.ts';
import { curveOf, type PriceRecommendation, recommendationId } from './price-recommendation.ts';

export const DECISION_ACTIONS = {
  approve: 'Approved',
  override: 'Set another price',
  reject: 'Rejected',
} as const;
export type DecisionAction = keyof typeof DECISION_ACTIONS;

/** What a decision came to. `waiting` is for a second person; the others are final for their recommendation. */
export const DECISION_OUTCOMES = {
  waiting: 'Waits for a second person',
  approved: 'Approved',
  rejected: 'Rejected',
} as const;
export type DecisionOutcome = keyof typeof DECISION_OUTCOMES;

/** An entry of the ledger: what somebody decided about a price, and what was expected of it then. Money is cents. */
export interface PriceDecision {
  /** ISO 8601, by the clock of the server. */
  readonly at: string;
  readonly personId: string;
  readonly account: string;
  readonly recommendationId: string;
  readonly productId: string;
  readonly productName: string;
  readonly action: DecisionAction;
  readonly outcome: DecisionOutcome;
  readonly priceNow: number;
  readonly recommendedPrice: number;
  /** What it is to be: the price now of what was rejected. */
  readonly price: number;
  /** '' where none was needed. */
  readonly reason: string;
  readonly horizonDays: number;
  /** Change against doing nothing over the horizon; null where no elasticity is known. */
  readonly units: Expected | null;
  readonly margin: Expected | null;
}

/** A recommendation and what was decided about it last. */
export interface PriceRow {
  readonly it: PriceRecommendation;
  readonly last: PriceDecision | null;
}

/** What a person asks for. */
export interface DecisionRequest {
  readonly recommendationId: string;
  readonly action: DecisionAction;
  /** Cents: of an override its price, of an approval the price that was on the screen. */
  readonly price: number | null;
  readonly reason: string;
}

/** Why a request is not granted. */
export const DECISION_REFUSALS = {
  OUTDATED: 'There is a newer recommendation for this product. Look again before you decide.',
  ALREADY_DECIDED: 'This has been decided already.',
  SECOND_PERSON_NEEDED: 'So much is at stake here that somebody else has to agree.',
  CHANGED_MEANWHILE: 'Somebody has decided otherwise in the meantime. Look again before you decide.',
  NOTHING_TO_APPROVE: 'The price is recommended to stay as it is: there is nothing to approve.',
  REASON_MISSING: 'Write down why, in a few words.',
  NOT_A_PRICE: 'Write a price above the cost, at most half off or half more than now, and not the price now.',
} as const;
export type DecisionRefusal = keyof typeof DECISION_REFUSALS;

/** What came of a request: an outcome, or why there is none. */
export interface DecisionResult {
  readonly recommendationId: string;
  readonly outcome?: DecisionOutcome;
  readonly code?: DecisionRefusal;
}

const LEAST_REASON = 5;
export const MOST_REASON = 300;
/** No price that anybody sets moves further than this at once. */
const FURTHEST = 0.5;

/** Whether a price of this product is more than one person may decide. */
export function needsSecondPerson(it: PriceRecommendation, price: number): boolean {
  const [lowest, highest] = [it.lowestAllowed, it.highestAllowed];
  const isWithin = lowest !== null && highest !== null && price >= Number(lowest) && price <= Number(highest);
  const curve = curveOf(it);
  if (!isWithin || !curve) return true;
  return Math.abs(effectOf(curve, price).margin.mean) >= PRICE_RULES.secondPersonFrom;
}

/**
 * What a request comes to: the entry to write, or why there is none. Who proposed a price cannot be the one who agrees
 * to it, whatever they call it.
 * @param last the entry written last about the same recommendation
 */
export function judgeDecision(
  it: PriceRecommendation,
  last: PriceDecision | null,
  asked: DecisionRequest,
  person: Pick<PriceDecision, 'personId' | 'account' | 'at'>,
): PriceDecision | DecisionRefusal {
  if (asked.recommendationId !== recommendationId(it)) return 'OUTDATED';
  if (last && last.outcome !== 'waiting') return 'ALREADY_DECIDED';
  const reason = asked.reason.trim().slice(0, MOST_REASON);
  if (asked.action !== 'approve' && reason.length < LEAST_REASON) return 'REASON_MISSING';
  const price = priceOf(it, last, asked);
  if (typeof price === 'string') return price;
  const agreesWithSelf = last?.personId === person.personId && last.price === price;
  if (asked.action !== 'reject' && agreesWithSelf) return 'SECOND_PERSON_NEEDED';
  const isSeconded = last !== null && last.price === price;
  const outcome =
    asked.action === 'reject'
      ? 'rejected'
      : isSeconded || !needsSecondPerson(it, price)
        ? 'approved'
        : 'waiting';
  const curve = curveOf(it);
  const effect = curve ? effectOf(curve, price) : null;
  return {
    ...{ at: person.at, personId: person.personId, account: person.account },
    ...{ recommendationId: asked.recommendationId, productId: it.productId, productName: it.productName },
    ...{ action: asked.action, outcome, reason, price },
    ...{ priceNow: Number(it.priceNow), recommendedPrice: Number(it.recommendedPrice) },
    ...{ horizonDays: it.horizonDays, units: effect?.units ?? null, margin: effect?.margin ?? null },
  };
}

function priceOf(
  it: PriceRecommendation,
  last: PriceDecision | null,
  { action, price }: DecisionRequest,
): number | DecisionRefusal {
  const now = Number(it.priceNow);
  if (action === 'reject') return now;
  if (action === 'override') {
    const isPrice =
      price !== null && Number.isSafeInteger(price) && price > Number(it.unitCost) && price !== now;
    return isPrice && Math.abs(price / now - 1) <= FURTHEST ? price : 'NOT_A_PRICE';
  }
  const offered = last?.price ?? Number(it.recommendedPrice);
  if (price !== offered) return 'CHANGED_MEANWHILE';
  return offered === now ? 'NOTHING_TO_APPROVE' : offered;
}

/** How it stands with a recommendation. */
export type DecisionStanding = 'open' | DecisionOutcome;

export const standingOf = (last: PriceDecision | null | undefined): DecisionStanding =>
  last?.outcome ?? 'open';

/** A deed in the words of the audit: `P-0101 from 12.99 to 13.49, waits for a second person`. */
export function decisionInWords({ productId, priceNow, price, action, outcome }: PriceDecision): string {
  const money = (cents: number) => (cents / 100).toFixed(2);
  if (action === 'reject') return `${productId} stays at ${money(priceNow)}`;
  const waits = outcome === 'waiting' ? ', waits for a second person' : '';
  return `${productId} from ${money(priceNow)} to ${money(price)}${waits}`;
}
