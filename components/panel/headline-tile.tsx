import type { Facts } from '#lib/figure-facts.ts';
import { formatChange } from '#lib/figures.ts';
import { METRICS, type MetricName, newsOf } from '#lib/metrics.ts';
import { Change } from './change.tsx';
import { Definition } from './definition.tsx';

interface HeadlineTileProps {
  readonly metric: MetricName;
  /** Already written for reading. */
  readonly value: string;
  /** To the last digit, where the value is rounded. */
  readonly exact?: string;
  readonly change: number | null;
  /** The same figure over the basis; null where there is no fair basis. */
  readonly basisValue: string | null;
  /** What was asked for, and how far it was met (0.02 = 2 % above); null where no target is set. */
  readonly target?: { readonly value: string; readonly variance: number | null } | null;
  /** A few words more about the figure. */
  readonly note?: string;
  readonly facts: Facts;
  readonly isLarge?: boolean;
  readonly className?: string;
}

/** One figure of the first screen: large enough for arm's length, against its basis and its target. */
export function HeadlineTile(props: HeadlineTileProps) {
  const { metric, value, exact, change, basisValue, target, note, facts, isLarge, className = '' } = props;
  const { title, formula } = METRICS[metric];
  const all: Facts = [...(exact ? ([['Exactly', exact]] as const) : []), ...facts];
  return (
    <div
      className={`@container min-w-0 rounded-xl border border-line bg-surface px-4 py-3.5 ${className}`}
      data-metric={metric}
    >
      <dt className="flex items-center justify-between gap-2 text-sm text-ink-muted">
        <span className="leading-tight">{title}</span>
        <Definition title={title} facts={all}>
          {formula}
        </Definition>
      </dt>
      <dd className="mt-1">
        <span className="flex flex-wrap items-baseline gap-x-3">
          <span
            className={`font-semibold tracking-tight text-xl @min-[10rem]:text-2xl ${isLarge ? '@min-[14rem]:text-4xl' : '@min-[14rem]:text-3xl'}`}
            data-figure
          >
            {value}
          </span>
          {note ? (
            <span className="text-sm text-ink-muted" data-note>
              {note}
            </span>
          ) : null}
        </span>
        <span className="mt-1 flex flex-wrap items-baseline gap-x-2 text-sm text-ink-muted">
          <Change metric={metric} change={change} />
          <span>{basisValue === null ? 'no basis' : `from ${basisValue}`}</span>
        </span>
        {target ? (
          <span className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-muted" data-target>
            <TargetMark variance={target.variance} />
            <span>{`target ${target.value}`}</span>
          </span>
        ) : null}
      </dd>
    </div>
  );
}

const TONE = { good: 'text-good', bad: 'text-bad' } as const;

function TargetMark({ variance }: { variance: number | null }) {
  const news = newsOf('varianceToTarget', variance);
  return (
    <span className={`font-medium whitespace-nowrap ${news ? TONE[news] : ''}`}>
      {formatChange(variance)}
    </span>
  );
}
