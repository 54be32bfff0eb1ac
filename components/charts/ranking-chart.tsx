import Link from 'next/link';
import { METRICS, type MetricDefinition, type MetricName } from '#lib/metrics.ts';
import { writeMetric } from '#lib/write-metric.ts';
import { inOrder, type RankedFigure, rankingScale } from './ranking-scale.ts';

interface RankedRow extends RankedFigure {
  readonly region: string;
  readonly format: string;
  readonly href: string;
  readonly peers: readonly string[];
}

interface RankingChartProps {
  readonly stores: readonly RankedRow[];
  readonly metric: MetricName;
  readonly currency: string;
}

const STANDS = { above: 'above its peers', below: 'below its peers', alike: 'like its peers' } as const;

/** A table that is a chart as well: dot and interval of each store, a tick where its peers are. */
export function RankingChart({ stores, metric, currency }: RankingChartProps) {
  const { better, title }: MetricDefinition = METRICS[metric];
  const rows = inOrder(stores, better);
  const at = rankingScale(stores);
  return (
    <table className="w-full text-sm" data-ranking={metric}>
      <caption className="sr-only">{`Stores by ${title.toLowerCase()}, best first`}</caption>
      <thead className="text-left text-ink-muted">
        <tr>
          <th scope="col" className="pb-2 font-medium">
            Store
          </th>
          <th scope="col" className="hidden pb-2 pl-4 font-medium md:table-cell">
            <span className="flex items-center gap-4 font-normal">
              <Key className="size-2.5 rounded-full bg-accent" says="store" />
              <Key className="h-1.5 w-6 rounded-full bg-accent/30" says="90% interval" />
              <Key className="h-4 w-0.5 bg-ink" says="its peers" />
            </span>
          </th>
          <th scope="col" className="pb-2 pl-4 text-right font-medium">
            {title}
          </th>
          <th scope="col" className="pb-2 pl-4 text-right font-medium">
            Peers
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((store) => (
          <tr key={store.storeId} className="border-t border-line" data-row={store.storeId}>
            <th scope="row" className="py-1.5 text-left font-normal md:w-64">
              <Link href={store.href} className="-my-1 block py-1 underline-offset-4 hover:underline">
                {store.storeName}
              </Link>
              <span className="block text-xs text-ink-muted">{`${store.format} · ${store.region}`}</span>
            </th>
            <td className="hidden py-1.5 pl-4 md:table-cell" aria-hidden="true">
              <Whisker store={store} at={at} />
            </td>
            <td className="py-1.5 pl-4 text-right font-medium whitespace-nowrap" data-value>
              {writeMetric(metric, store.value, currency)}
            </td>
            <td className="py-1.5 pl-4 text-right whitespace-nowrap">
              <Against store={store} metric={metric} better={better} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Key({ className, says }: { className: string; says: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-xs">
      <span aria-hidden="true" className={`inline-block ${className}`} />
      {says}
    </span>
  );
}

const percent = (share: number) => `${(100 * share).toFixed(2)}%`;

function Whisker({ store: { value, benchmark }, at }: { store: RankedRow; at: (value: number) => number }) {
  if (value === null) return null;
  const dot = at(benchmark?.shrunk ?? value);
  return (
    <div className="relative mx-2 h-6">
      <div className="absolute inset-x-0 top-1/2 h-px bg-line" />
      {benchmark && benchmark.high > benchmark.low ? (
        <div
          className="absolute top-1/2 h-1.5 -translate-y-1/2 rounded-full bg-accent/30"
          style={{ left: percent(at(benchmark.low)), width: percent(at(benchmark.high) - at(benchmark.low)) }}
        />
      ) : null}
      {benchmark ? (
        <div className="absolute top-1 h-4 w-0.5 bg-ink" style={{ left: percent(at(benchmark.peers)) }} />
      ) : null}
      <div
        className={`absolute top-1/2 size-2.5 -translate-1/2 rounded-full ${benchmark ? 'bg-accent' : 'border-2 border-line-strong bg-surface'}`}
        style={{ left: percent(dot) }}
      />
    </div>
  );
}

interface AgainstProps {
  readonly store: RankedRow;
  readonly metric: MetricName;
  readonly better: MetricDefinition['better'];
  readonly currency: string;
}

/** The peers' figure, and in words whether the store can be told from it. */
function Against({ store: { benchmark, peers }, metric, better, currency }: AgainstProps) {
  if (!benchmark) return <span className="text-xs text-ink-muted">too few alike</span>;
  const isGood = better === null ? null : (benchmark.stands === 'above') === (better === 'up');
  const tone = benchmark.stands === 'alike' || isGood === null ? '' : isGood ? 'text-good' : 'text-bad';
  return (
    <span title={`Peers: ${peers.join(', ')}`}>
      <span className="block">{writeMetric(metric, benchmark.peers, currency)}</span>
      <span className={`block text-xs ${tone || 'text-ink-muted'}`}>{STANDS[benchmark.stands]}</span>
    </span>
  );
}
