import type { Facts } from '#lib/figure-facts.ts';
import { METRICS, type MetricName } from '#lib/metrics.ts';
import { Change } from './change.tsx';
import { FigureTile } from './figure-tile.tsx';

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
  const note = (
    <>
      <Change metric={metric} change={change} />
      <span>{basisValue === null ? 'no basis' : `from ${basisValue}`}</span>
    </>
  );
  return <FigureTile {...{ title, formula, value, note, facts }} name={metric} />;
}
