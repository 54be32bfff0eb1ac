import type { Staleness } from '#lib/answer.ts';
import { type PriceRow, standingOf } from '#lib/price-decision.ts';
import { recommendationId } from '#lib/price-recommendation.ts';
import type { PriceFilter } from '#lib/price-view.ts';
import { priceLedger } from '#server/ledger/open-price-ledger.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { listPriceRecommendations } from '#server/synapse/prices/list-price-recommendations.ts';

export interface Prices {
  readonly rows: readonly PriceRow[];
  readonly currency: string;
  /** False while the ledger cannot be read: prices can be seen then, and not decided. */
  readonly canDecide: boolean;
  readonly truncated: boolean;
  readonly queriedAt: number;
  readonly stale: Staleness | null;
}

/** Every recommendation of now, most margin at stake first, with how it stands. */
export async function askPrices(): Promise<Prices> {
  const [lake, answer] = await Promise.all([getLakeStatus(), listPriceRecommendations({})]);
  // Without its ledger the page still shows prices; that nothing can be decided is said where one would decide.
  const standings = await priceLedger()
    .standings(answer.rows.map(recommendationId))
    .catch(() => null);
  return {
    rows: answer.rows.map((it, at) => ({ it, last: standings?.[at]?.last ?? null })),
    currency: lake.currency,
    canDecide: standings !== null,
    ...{ truncated: answer.truncated, queriedAt: answer.queriedAt, stale: answer.stale },
  };
}

export function filterOf({ it, last }: PriceRow): PriceFilter {
  const standing = standingOf(last);
  if (standing === 'waiting') return 'waiting';
  if (standing !== 'open') return 'decided';
  return it.action === 'hold' ? 'keep' : 'open';
}
