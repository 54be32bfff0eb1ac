import { type MeasuredDecision, outcomeOf } from '#lib/price-outcome.ts';
import { priceLedger } from '#server/ledger/open-price-ledger.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { listPriceOutcomes } from '#server/synapse/prices/list-price-outcomes.ts';

/** Decisions, of one product where it is named, each beside what was measured since. */
export async function askDecisions(productId?: string) {
  const [lake, { decisions, truncated }, outcomes] = await Promise.all([
    getLakeStatus(),
    priceLedger().list(),
    listPriceOutcomes({}),
  ]);
  const measured = decisions
    .filter((decision) => productId === undefined || decision.productId === productId)
    .map((decision): MeasuredDecision => ({ decision, outcome: outcomeOf(decision, outcomes.rows) ?? null }));
  return {
    decisions: measured,
    ...{ truncated, queriedAt: outcomes.queriedAt },
    ...{ currency: lake.currency, timeZone: lake.timeZone, stale: outcomes.stale },
  };
}
