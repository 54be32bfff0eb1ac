import type { transferSuggestions } from '#server/gold/tables/replenishment.ts';
import { matchTransfers } from '../replenishment/match-transfers.ts';
import type { StockFacts } from '../replenishment/read-stock-facts.ts';
import { shortfall } from '../replenishment/stock-outlook.ts';
import type { ForecastDemand } from './forecast-rows.ts';
import { dayAfter, type StockProposal } from './replenishment-rows.ts';
import type { ScienceRow } from './science-step.ts';

/** Days that goods are on the way between stores. */
const TRANSFER_DAYS = 3;

/**
 * Moves of what one store has too much of to another that runs out before anything ordered now could come. Both stores get
 * a row, each without the other's stock.
 */
export function* transferRows(
  { cube }: ForecastDemand,
  stock: StockFacts,
  proposals: readonly StockProposal[],
): Iterable<ScienceRow<typeof transferSuggestions>> {
  const regions = new Map(cube.stores.map(({ id, region }) => [id, region]));
  for (const [productId, own] of Map.groupBy(proposals, ({ facts }) => facts.productId)) {
    const side = ({ facts }: StockProposal) => ({
      storeId: facts.storeId,
      region: regions.get(facts.storeId) ?? '',
    });
    const givers = own
      .filter(({ proposal }) => proposal.excess > 0)
      .map((one) => ({ ...side(one), units: one.proposal.excess, worth: 0 }));
    const short = own
      .map((one) => ({ one, saved: savedUnits(one, stock.reviewPeriod) }))
      .filter(({ one, saved }) => saved >= 1 && one.proposal.reason !== 'store_closed');
    const takers = short.map(({ one, saved }) => ({
      ...side(one),
      units: Math.ceil(saved),
      worth: one.facts.unitPrice ?? 0,
    }));
    for (const { from, to, units } of matchTransfers(givers, takers)) {
      const taker = short.find(({ one }) => one.facts.storeId === to);
      if (!taker) continue;
      const { facts, proposal } = taker.one;
      const saved = Math.min(units, taker.saved);
      const move = {
        product_id: productId,
        units,
        needed_by: proposal.shortDay === null ? null : dayAfter(stock.asOf, proposal.shortDay),
        saved_units: saved,
        saved_sales: saved * (facts.unitPrice ?? 0),
      };
      yield { ...move, store_id: to, direction: 'in', other_store_id: from };
      yield { ...move, store_id: from, direction: 'out', other_store_id: to };
    }
  }
}

/** Units wanted and not there between the day a transfer could arrive and the day an order of the next review could. */
function savedUnits({ facts, ahead }: StockProposal, reviewPeriod: number): number {
  const ordered = Math.ceil((facts.leadTime ?? reviewPeriod) + reviewPeriod);
  return shortfall(facts.available, ahead, facts.due, TRANSFER_DAYS + 1, ordered);
}
