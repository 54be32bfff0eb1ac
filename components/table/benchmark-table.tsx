import Link from 'next/link';
import { Change } from '#components/panel/change.tsx';
import { formatChange, formatMoneyWhole } from '#lib/figures.ts';
import { METRICS, type MetricDefinition } from '#lib/metrics.ts';
import type { MinorUnits } from '#lib/money.ts';
import type { Benchmark } from '#lib/ratio-estimate.ts';
import { type BenchmarkMetric, WITHOUT_INTERVAL } from '#lib/store-benchmarks.ts';
import { writeMetric } from '#lib/write-metric.ts';
import { ScrollRegion } from './scroll-region.tsx';

export interface BenchmarkRow {
  readonly storeId: string;
  readonly storeName: string;
  readonly href: string;
  readonly netSales: MinorUnits;
  readonly change: number | null;
  readonly variance: number | null;
  readonly labour: number | null;
  readonly values: Readonly<Record<BenchmarkMetric, number | null>>;
  readonly benchmarks: Readonly<Record<BenchmarkMetric, Benchmark | null>>;
}

interface BenchmarkTableProps {
  readonly metrics: readonly BenchmarkMetric[];
  readonly rows: readonly BenchmarkRow[];
  readonly currency: string;
}

const HEAD = 'pb-2 pl-4 text-right align-bottom font-medium';
const FIGURE = 'py-2 pl-4 text-right whitespace-nowrap';

/** Stores down, figures across. The first column stays while the others scroll. */
export function BenchmarkTable({ metrics, rows, currency }: BenchmarkTableProps) {
  const heads = [METRICS.netSales.title, 'Change', METRICS.varianceToTarget.title].concat(
    metrics.flatMap((metric) =>
      metric === 'salesPerLabourHour'
        ? [METRICS[metric].title, METRICS.labourAgainstPlan.title]
        : [METRICS[metric].title],
    ),
  );
  return (
    <ScrollRegion label="Every store, every figure">
      <table className="w-full text-sm" data-benchmarks>
        <caption className="sr-only">Every figure of every store, marked against its peers</caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="sticky left-0 z-10 bg-surface pb-2 text-left align-bottom font-medium">
              Store
            </th>
            {heads.map((title) => (
              <th key={title} scope="col" className={HEAD}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.storeId} className="border-t border-line" data-row={row.storeId}>
              <th scope="row" className="sticky left-0 z-10 bg-surface py-2 pr-2 text-left font-normal">
                <Link href={row.href} className="block whitespace-nowrap underline-offset-4 hover:underline">
                  {row.storeName}
                </Link>
              </th>
              <td className={`${FIGURE} font-medium`}>{formatMoneyWhole(row.netSales, currency)}</td>
              <td className={FIGURE}>
                <Change metric="netSales" change={row.change} />
              </td>
              <td className={FIGURE}>
                <Change metric="varianceToTarget" change={row.variance} />
              </td>
              {metrics.map((metric) => (
                <Cells key={metric} metric={metric} row={row} currency={currency} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cells({ metric, row, currency }: { metric: BenchmarkMetric; row: BenchmarkRow; currency: string }) {
  return (
    <>
      <td className={FIGURE} data-metric={metric}>
        <Mark metric={metric} benchmark={row.benchmarks[metric]} />
        {writeMetric(metric, row.values[metric], currency)}
      </td>
      {metric === 'salesPerLabourHour' ? (
        <td className={`${FIGURE} text-ink-muted`}>{formatChange(row.labour)}</td>
      ) : null}
    </>
  );
}

/** Up or down and good or bad are two things: more shrink points up and is bad. */
function Mark({ metric, benchmark }: { metric: BenchmarkMetric; benchmark: Benchmark | null }) {
  // Where every difference is real, marking each would mark nothing.
  if (!benchmark || benchmark.stands === 'alike' || WITHOUT_INTERVAL.has(metric)) return null;
  const { better }: MetricDefinition = METRICS[metric];
  const isAbove = benchmark.stands === 'above';
  const isGood = isAbove === (better === 'up');
  return (
    <span className={`mr-1 text-xs ${isGood ? 'text-good' : 'text-bad'}`}>
      <span aria-hidden="true">{isAbove ? '▲' : '▼'}</span>
      <span className="sr-only">{isAbove ? 'above its peers: ' : 'below its peers: '}</span>
    </span>
  );
}
