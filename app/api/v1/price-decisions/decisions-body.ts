import { z } from 'zod';
import {
  DECISION_ACTIONS,
  type DecisionAction,
  type DecisionRequest,
  MOST_REASON,
} from '#lib/price-decision.ts';

/** What a person can have looked at before deciding it at once. */
const MOST_AT_ONCE = 100;

const DECISION = z.object({
  recommendationId: z.string().max(100).describe('Of the recommendation that was on the screen'),
  action: z.enum(Object.keys(DECISION_ACTIONS) as [DecisionAction, ...DecisionAction[]]),
  price: z
    .number()
    .nullable()
    .default(null)
    .describe('Cents: of an override its price, of an approval the price that was on the screen'),
  reason: z.string().max(MOST_REASON).default('').describe('Needed unless it is an approval'),
}) satisfies z.ZodType<DecisionRequest>;

/** Decisions about prices, each judged by itself. */
export const DECISIONS_BODY = z.object({
  decisions: z.array(DECISION).min(1).max(MOST_AT_ONCE).describe(`Up to ${MOST_AT_ONCE}`),
});
