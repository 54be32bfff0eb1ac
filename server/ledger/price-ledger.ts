import 'server-only';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Expected } from '#lib/demand-curve.ts';
import { DECISION_ACTIONS, DECISION_OUTCOMES, type PriceDecision } from '#lib/price-decision.ts';
import { PRICE_DECISIONS, PRICE_STANDING } from '#server/shared/ledger-keys.ts';
import { reach, readKept } from './reach.ts';

const names = <Name extends string>(table: Readonly<Record<Name, string>>) =>
  z.enum(Object.keys(table) as [Name, ...Name[]]);
const expected = z.object({
  mean: z.number(),
  lower: z.number(),
  upper: z.number(),
}) satisfies z.ZodType<Expected>;
const priceDecision = z.object({
  at: z.string(),
  personId: z.string(),
  account: z.string(),
  recommendationId: z.string(),
  productId: z.string(),
  productName: z.string(),
  action: names(DECISION_ACTIONS),
  outcome: names(DECISION_OUTCOMES),
  priceNow: z.int(),
  recommendedPrice: z.int(),
  price: z.int(),
  reason: z.string(),
  horizonDays: z.int(),
  units: expected.nullable(),
  margin: expected.nullable(),
}) satisfies z.ZodType<PriceDecision>;

/** Adds a decision only while the last one about the same recommendation is still the one it was judged by. */
const APPEND = `
local last = redis.call('HGET', KEYS[2], ARGV[1]) or ''
if last ~= ARGV[2] then return 0 end
redis.call('XADD', KEYS[1], '*', 'decision', ARGV[3])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
return 1`;

/** Newest decisions that one page shows. */
const PAGE = 200;

/** The last decision about a recommendation, with its text as it is kept: what the next one is judged by. */
export interface Standing {
  readonly last: PriceDecision | null;
  readonly kept: string;
}

/** What was decided about prices: append-only, one line of decisions to a recommendation. */
export class PriceLedger {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** False where somebody got ahead: then it was not written. @throws LedgerUnavailableError */
  async append(decision: PriceDecision, { kept }: Standing): Promise<boolean> {
    const text = JSON.stringify(decision);
    const written = await reach(() =>
      this.#redis.eval(APPEND, 2, PRICE_DECISIONS, PRICE_STANDING, decision.recommendationId, kept, text),
    );
    return written === 1;
  }

  /** How it stands with each recommendation, in the order asked. @throws LedgerUnavailableError */
  async standings(recommendationIds: readonly string[]): Promise<readonly Standing[]> {
    if (recommendationIds.length === 0) return [];
    const texts = await reach(() => this.#redis.hmget(PRICE_STANDING, ...recommendationIds));
    return texts.map((text) => ({
      last: text === null ? null : readKept(priceDecision, text),
      kept: text ?? '',
    }));
  }

  /** Newest first; `truncated` where there are older ones. @throws LedgerUnavailableError */
  async list(): Promise<{ readonly decisions: readonly PriceDecision[]; readonly truncated: boolean }> {
    const entries = await reach(() => this.#redis.xrevrange(PRICE_DECISIONS, '+', '-', 'COUNT', PAGE + 1));
    const decisions = entries.map(([, fields]) => readKept(priceDecision, fields[1] ?? ''));
    return { decisions: decisions.slice(0, PAGE), truncated: decisions.length > PAGE };
  }
}
