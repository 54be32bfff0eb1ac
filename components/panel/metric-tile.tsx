import type { Facts } from '#lib/figure-facts.ts';
import { METRICS, type MetricName } from '#lib/metrics.ts';
import { Change } from './change.tsx';
import { Definition } from './definition.tsx';

interface MetricTileProps {
  readonly metric: MetricName;
  /** Already written for reading. */
  readonly value: string;
  readonly change: number | null;
  /** The same figure over the basis; null where there is no fair basis. */
  readonly basisValue: string | null;
  readonly facts: Facts;
}

/** One figure, how it moved, and what it moved from. */
export function MetricTile({ metric, value, change, basisValue, facts }: MetricTileProps) {
  const { title, formula } = METRICS[metric];
  return (
    <div
      className="@container min-w-0 rounded-xl border border-line bg-surface px-4 py-3.5"
      data-metric={metric}
    >
      <dt className="flex items-center justify-between gap-2 text-sm text-ink-muted">
        <span className="leading-tight">{title}</span>
        <Definition title={title} facts={facts}>
          {formula}
        </Definition>
      </dt>
      <dd className="mt-1">
        <span
          className="block truncate text-[clamp(1rem,10cqi,1.5rem)] leading-8 font-semibold tracking-tight"
          data-figure
        >
          {value}
        </span>
        <span className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-sm text-ink-muted">
          <Change metric={metric} change={change} />
          <span>{basisValue === null ? 'no basis' : `from ${basisValue}`}</span>
        </span>
      </dd>
    </div>
  );
}
