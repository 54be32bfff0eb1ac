import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { BenchmarkTable } from '#components/table/benchmark-table.tsx';
import { relativeChange } from '#lib/sales.ts';
import { continues } from '#lib/sales-bridge.ts';
import { labourAgainstPlan, varianceToTargetRate } from '#lib/store-rates.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { Asked } from '../asked.tsx';
import { type StoresView, storesExport } from '../compared-stores.ts';
import { askRankedStores } from './ask-ranked-stores.ts';
import { benchmarkMetrics } from './choose-rank.ts';
import { storeAddress } from './store-address.ts';

/** Every figure of every store, marked where it can be told from the store's peers. */
export async function BenchmarkPanel({ view }: { view: StoresView }) {
  const { scope, role } = await requirePage('stores');
  const { lake } = view;
  return (
    <Panel
      className="mt-4"
      title="Every store, every figure"
      subtitle="Marked ▲ or ▼ where a figure can be told from that of the store’s peers."
      action={
        <ExportLink href={storesExport('store-benchmarks', view)} table="every figure of every store" />
      }
    >
      <Asked ask={() => askRankedStores(view, scope)} timeZone={lake.timeZone}>
        {({ ranked, compared }) =>
          ranked.length === 0 ? (
            <PanelEmpty>No store of yours traded on these days.</PanelEmpty>
          ) : (
            <BenchmarkTable
              metrics={benchmarkMetrics(role)}
              currency={lake.currency}
              rows={ranked.map((store) => {
                const { storeId } = store.profile;
                const pair = compared.pairs.find((one) => one.storeId === storeId && continues(one));
                return {
                  ...store.profile,
                  href: storeAddress(view, storeId),
                  netSales: store.measures.netSales,
                  change: pair ? relativeChange(pair.now.netSales, pair.before.netSales) : null,
                  variance: varianceToTargetRate(store.measures),
                  labour: labourAgainstPlan(store.measures),
                  values: store.values,
                  benchmarks: store.benchmarks,
                };
              })}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
