import { RankingChart } from '#components/charts/ranking-chart.tsx';
import { Choices } from '#components/controls/choices.tsx';
import { Definition } from '#components/panel/definition.tsx';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { METRICS } from '#lib/metrics.ts';
import { PEER_WORDS } from '#lib/peer-group.ts';
import { periodAddress } from '#lib/period-address.ts';
import { type BenchmarkMetric, WITHOUT_INTERVAL } from '#lib/store-benchmarks.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { Asked } from '../asked.tsx';
import { type StoresView, storesExport } from '../compared-stores.ts';
import { askRankedStores } from './ask-ranked-stores.ts';
import { benchmarkMetrics } from './choose-rank.ts';
import { storeAddress } from './store-address.ts';

const DRAWN =
  'Each store is drawn towards its peers as far as its days leave it open; the bar holds its true figure nine times in ten. It stands above or below its peers only where the bar leaves their mean out.';
const IN_FULL = 'Recorded in full, so it has no interval.';

/** The stores in the order of one figure, each with how surely it is known and where its peers are. */
export async function RankingPanel({
  view,
  metric,
  path,
}: {
  view: StoresView;
  metric: BenchmarkMetric;
  path: string;
}) {
  const { scope, role } = await requirePage('stores');
  const { lake, period, preset, comparison, comp } = view;
  const address = (wanted: BenchmarkMetric) =>
    `${periodAddress(path, { preset, period, basis: comparison.basis, comp })}&rank=${wanted}`;
  return (
    <Panel
      title="Against stores like it"
      subtitle={`${METRICS[metric].title}: ${METRICS[metric].formula}`}
      action={
        <span className="flex items-start gap-2">
          <ExportLink href={storesExport('store-benchmarks', view)} table="stores against their peers" />
          <Definition title="Peers and intervals" facts={[['Question', 'stores.list-store-moments']]}>
            {`${PEER_WORDS} ${WITHOUT_INTERVAL.has(metric) ? IN_FULL : DRAWN}`}
          </Definition>
        </span>
      }
    >
      <div className="relative mb-4 overflow-x-auto">
        <div className="w-max min-w-full">
          <Choices
            label="Ranked by"
            choices={benchmarkMetrics(role).map((name) => ({
              title: METRICS[name].title,
              href: address(name),
              isChosen: name === metric,
            }))}
          />
        </div>
      </div>
      <Asked ask={() => askRankedStores(view, scope)} timeZone={lake.timeZone}>
        {({ ranked }) =>
          ranked.length === 0 ? (
            <PanelEmpty>No store of yours traded on these days.</PanelEmpty>
          ) : (
            <RankingChart
              stores={ranked.map((store) => ({
                ...store.profile,
                href: storeAddress(view, store.profile.storeId),
                value: store.values[metric],
                benchmark: store.benchmarks[metric],
                peers: store.peers.map(({ storeName }) => storeName),
              }))}
              metric={metric}
              currency={lake.currency}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
