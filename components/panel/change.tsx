import { formatChange, formatPoints, NO_FIGURE } from '#lib/figures.ts';
import { METRICS, type MetricDefinition, type MetricName, newsOf } from '#lib/metrics.ts';

const TONE = { good: 'text-good', bad: 'text-bad' } as const;

/** How a figure moved against its basis. The sign and the arrow say it; the colour only repeats whether that is good. */
export function Change({ metric, change }: { metric: MetricName; change: number | null }) {
  if (change === null) {
    return (
      <span className="text-ink-muted">
        <span aria-hidden="true">{NO_FIGURE}</span>
        <span className="sr-only">no comparison</span>
      </span>
    );
  }
  const news = newsOf(metric, change);
  const { moves, decimals }: MetricDefinition = METRICS[metric];
  return (
    <span className={`whitespace-nowrap font-medium ${news ? TONE[news] : 'text-ink-muted'}`}>
      {moves === 'relatively' ? formatChange(change) : formatPoints(change, decimals)}
    </span>
  );
}
