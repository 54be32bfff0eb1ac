import type { Staleness } from '#lib/answer.ts';
import type { RowScope } from '#lib/scope.ts';
import { type RankedStore, rankStores } from '#lib/store-benchmarks.ts';
import { listStockLevels } from '#server/synapse/stores/list-stock-levels.ts';
import { listStoreMoments } from '#server/synapse/stores/list-store-moments.ts';
import { askComparedStores, type ComparedStores, type StoresView } from '../compared-stores.ts';
import { yearUpTo } from '../year-up-to.ts';

export interface RankedStores {
  readonly ranked: readonly RankedStore[];
  readonly compared: ComparedStores;
  readonly queriedAt: number;
  readonly stale: Staleness | null;
}

/** Every store of a scope that traded, held against its peers of the same scope. @throws one of the errors of the data layer */
export async function askRankedStores(view: StoresView, scope: RowScope): Promise<RankedStores> {
  const { period, comparison, lake } = view;
  const year = yearUpTo(period.to, lake.firstDate);
  const [compared, moments, levels] = await Promise.all([
    askComparedStores(view, scope),
    listStoreMoments({ period }, scope),
    listStockLevels({ period: [period], basis: comparison.days, year }, scope),
  ]);
  const stores = compared.stores.flatMap((profile) => {
    const of = <Row extends { readonly storeId: string }>(rows: readonly Row[]) =>
      rows.find(({ storeId }) => storeId === profile.storeId);
    const measures = of(compared.period);
    if (!measures || measures.tradingDays === 0) return [];
    return [{ profile, measures, moments: of(moments.rows) ?? null, levels: of(levels.rows) ?? null }];
  });
  return {
    ranked: rankStores(stores, period.to),
    compared,
    queriedAt: moments.queriedAt,
    stale: compared.stale ?? moments.stale ?? levels.stale,
  };
}
