import { HeadlineTile } from '#components/panel/headline-tile.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { figureFacts } from '#lib/figure-facts.ts';
import { formatMoneyWhole, formatPeriod } from '#lib/figures.ts';
import { changeOf, type MetricName } from '#lib/metrics.ts';
import { minorUnits } from '#lib/money.ts';
import { maySee } from '#lib/roles.ts';
import { continues } from '#lib/sales-bridge.ts';
import type { BenchmarkMetric } from '#lib/store-benchmarks.ts';
import type { StoreMeasures } from '#lib/store-figures.ts';
import * as rates from '#lib/store-rates.ts';
import { writeMetric } from '#lib/write-metric.ts';
import { Asked } from '../../asked.tsx';
import type { StoresView } from '../../compared-stores.ts';
import { askRankedStores } from '../ask-ranked-stores.ts';
import { requireStore } from '../store-scope.ts';

/** Totals are read at arm's length; rates keep their decimals. */
const WHOLE: ReadonlySet<MetricName> = new Set(['netSales', 'grossMargin']);

/** A store's figures against its basis, its target and its peers. Peers are those a person may see. */
export async function StoreFiguresPanel({ view, storeId }: { view: StoresView; storeId: string }) {
  const { authority } = await requireStore(storeId);
  const { lake, period, comparison } = view;
  const mayMargin = maySee(authority.role, 'margin');
  return (
    <Asked ask={() => askRankedStores(view, authority.scope)} timeZone={lake.timeZone}>
      {({ ranked, compared, queriedAt }) => {
        const store = ranked.find(({ profile }) => profile.storeId === storeId);
        if (!store) return <PanelEmpty>The store did not trade on these days.</PanelEmpty>;
        const { measures, levels } = store;
        const pair = compared.pairs.find((one) => one.storeId === storeId && continues(one));
        const peers = store.peers.map(({ storeName }) => storeName).join(', ');
        const facts = figureFacts(lake, {
          covers: `${formatPeriod(period)}. ${store.profile.storeName}`,
          ...{ queriedAt, question: 'stores.list-store-figures' },
          more: [
            ['Basis', comparison.words],
            ['Peers', peers === '' ? 'too few alike' : peers],
          ],
        });
        const write = (metric: MetricName, value: number | bigint | null) =>
          value !== null && WHOLE.has(metric)
            ? formatMoneyWhole(minorUnits(BigInt(value)), lake.currency)
            : writeMetric(metric, value, lake.currency);
        const draw = (
          metric: MetricName,
          [value, now, before]: readonly (number | bigint | null)[],
          target: Parameters<typeof HeadlineTile>[0]['target'] = null,
        ) => {
          const held = metric in store.benchmarks ? store.benchmarks[metric as BenchmarkMetric] : null;
          return (
            <HeadlineTile
              metric={metric}
              value={write(metric, value ?? null)}
              change={changeOf(metric, now ?? null, before ?? null)}
              basisValue={(before ?? null) === null ? null : write(metric, before ?? null)}
              {...(held && { note: `peers ${write(metric, held.peers)}` })}
              {...{ facts, target }}
            />
          );
        };
        const tile = (metric: MetricName, figure: (of: StoreMeasures) => number | bigint | null) =>
          draw(metric, [figure(measures), pair ? figure(pair.now) : null, pair ? figure(pair.before) : null]);
        const health = store.values.availability;
        const healthThen =
          levels && comparison.isFair ? rates.availability(levels.basisInStock, levels.basisRanged) : null;
        const asked = {
          value: write('netSales', measures.target),
          variance: rates.varianceToTargetRate(measures),
        };
        return (
          // Six figures for whom margins are not for, and eight for the others: full rows either way.
          <dl
            className={`grid grid-cols-2 gap-3 sm:gap-4 ${mayMargin ? 'lg:grid-cols-4' : 'lg:grid-cols-3'}`}
          >
            {draw(
              'netSales',
              [measures.netSales, pair?.now.netSales ?? null, pair?.before.netSales ?? null],
              measures.target === 0n ? null : asked,
            )}
            {mayMargin ? tile('grossMargin', rates.grossMargin) : null}
            {tile('conversionRate', rates.conversionRate)}
            {tile('atv', rates.atvOf)}
            {tile('upt', rates.uptOf)}
            {tile('salesPerLabourHour', rates.salesPerLabourHour)}
            {draw('availability', [health, health, healthThen])}
            {mayMargin ? tile('shrinkRate', rates.shrinkRate) : null}
          </dl>
        );
      }}
    </Asked>
  );
}
