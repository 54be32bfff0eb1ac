import { regionFigures } from '#lib/region-figures.ts';
import { maySee } from '#lib/roles.ts';
import { relativeChange } from '#lib/sales.ts';
import { continues, pairStores, priceBridge, trafficBridge } from '#lib/sales-bridge.ts';
import {
  BRIDGE_COLUMNS,
  benchmarkColumns,
  benchmarkFigures,
  bridgeRows,
  REGION_COLUMNS,
  REGION_MARGIN_COLUMNS,
  regionRows,
  TARGET_COLUMNS,
} from '#lib/store-columns.ts';
import { storesAgainstTarget } from '#lib/store-extremes.ts';
import { NO_MEASURES } from '#lib/store-figures.ts';
import { labourAgainstPlan, varianceToTargetRate } from '#lib/store-rates.ts';
import { getPriceAndVolume } from '#server/synapse/executive/get-price-and-volume.ts';
import {
  askComparedStores,
  type ComparedStores,
  type StoresView,
  storesView,
} from '../../../(dashboard)/compared-stores.ts';
import { chooseBridge } from '../../../(dashboard)/executive/bridge-kind.ts';
import { askRankedStores } from '../../../(dashboard)/stores/ask-ranked-stores.ts';
import { benchmarkMetrics } from '../../../(dashboard)/stores/choose-rank.ts';
import { type ExportedTable, type ExportRequest, exportAnswer, type TableExport } from '../table-export.ts';

type Ask = (request: ExportRequest, view: StoresView) => Promise<ExportedTable>;

/** A table of the days and the basis of its address, as its page reads them. */
const entry = (page: 'executive' | 'stores', title: string, ask: Ask): TableExport => ({
  ...{ title, page, label: 'Internal' },
  ask: async (request) => {
    const view = storesView(request.search, request.lake);
    const about = [
      ['Basis', view.comparison.words],
      ['Of', view.comp ? 'comparable stores' : 'all stores'],
    ] as const;
    return { ...(await ask(request, view)), period: view.period, about };
  },
});

/** The tables of the overview and of the page that holds stores against each other. */
export const STORE_EXPORTS: Readonly<Record<string, TableExport>> = {
  regions: entry('executive', 'Regions', async ({ role, scope }, view) => {
    const compared = await askComparedStores(view, scope);
    const of = regionOf(compared);
    const { isFair } = view.comparison;
    const rows = regionRows(
      regionFigures(pairStores(compared.period, []), of),
      isFair ? regionFigures(compared.pairs, of) : [],
      isFair ? regionFigures(compared.compPairs, of) : [],
    );
    const columns = maySee(role, 'margin') ? [...REGION_COLUMNS, ...REGION_MARGIN_COLUMNS] : REGION_COLUMNS;
    return exportAnswer(columns, { ...compared, rows });
  }),
  'stores-against-target': entry('executive', 'Stores against target', async ({ scope }, view) => {
    const compared = await askComparedStores(view, scope);
    const of = regionOf(compared);
    const rows = storesAgainstTarget(compared.period, compared.pairs).map((store) => ({
      ...store,
      storeName: compared.stores.find(({ storeId }) => storeId === store.storeId)?.storeName ?? store.storeId,
      region: of(store.storeId) ?? '',
      target: (compared.period.find(({ storeId }) => storeId === store.storeId) ?? NO_MEASURES).target,
    }));
    return exportAnswer(TARGET_COLUMNS, { ...compared, rows });
  }),
  'sales-bridge': entry('executive', 'What moved net sales', async ({ scope, search }, view) => {
    const { matched, days, isFair } = view.comparison;
    const isBasket = chooseBridge(search) === 'basket';
    const [compared, goods] = await Promise.all([
      askComparedStores(view, scope),
      isBasket && isFair ? getPriceAndVolume({ period: matched, basis: days }, scope) : null,
    ]);
    const sold = goods?.sold ?? null;
    const { pairs } = compared;
    const bridge = isBasket ? sold && priceBridge(pairs, sold) : trafficBridge(pairs);
    return exportAnswer(BRIDGE_COLUMNS, { ...compared, rows: isFair && bridge ? bridgeRows(bridge) : [] });
  }),
  'store-benchmarks': entry('stores', 'Every store, every figure', async ({ role, scope }, view) => {
    const metrics = benchmarkMetrics(role);
    const { ranked, compared, queriedAt } = await askRankedStores(view, scope);
    const rows = ranked.map((store) => {
      const { storeId, storeName, region, format } = store.profile;
      const pair = compared.pairs.find((one) => one.storeId === storeId && continues(one));
      return {
        ...{ storeId, storeName, region, format, netSales: store.measures.netSales },
        change: pair ? relativeChange(pair.now.netSales, pair.before.netSales) : null,
        variance: varianceToTargetRate(store.measures),
        labour: labourAgainstPlan(store.measures),
        ...benchmarkFigures(store, metrics),
      };
    });
    return exportAnswer(benchmarkColumns(metrics), { rows, queriedAt, truncated: compared.truncated });
  }),
};

const regionOf = ({ stores }: ComparedStores) => {
  const regions = new Map(stores.map(({ storeId, region }) => [storeId, region]));
  return (storeId: string) => regions.get(storeId);
};
