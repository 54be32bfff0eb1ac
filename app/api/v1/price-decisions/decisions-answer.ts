import { z } from 'zod';
import {
  DECISION_OUTCOMES,
  DECISION_REFUSALS,
  type DecisionOutcome,
  type DecisionRefusal,
  type DecisionResult,
} from '#lib/price-decision.ts';

/** What came of each decision, in the order in which they were sent. */
export const DECISIONS_ANSWER = z.strictObject({
  results: z.array(
    z.strictObject({
      recommendationId: z.string(),
      outcome: z
        .enum(Object.keys(DECISION_OUTCOMES) as [DecisionOutcome, ...DecisionOutcome[]])
        .exactOptional()
        .describe('What it came to'),
      code: z
        .enum(Object.keys(DECISION_REFUSALS) as [DecisionRefusal, ...DecisionRefusal[]])
        .exactOptional()
        .describe('Why it was refused'),
    }) satisfies z.ZodType<DecisionResult>,
  ),
});
