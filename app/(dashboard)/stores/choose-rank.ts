import { METRICS, type MetricDefinition } from '#lib/metrics.ts';
import type { SearchParams } from '#lib/period.ts';
import { maySee, type Role } from '#lib/roles.ts';
import { BENCHMARK_METRICS, type BenchmarkMetric } from '#lib/store-benchmarks.ts';

/** The figures stores are held against each other by, of those a role may see. */
export function benchmarkMetrics(role: Role): readonly BenchmarkMetric[] {
  const isOpen = (metric: MetricDefinition) => !metric.isMargin || maySee(role, 'margin');
  return BENCHMARK_METRICS.filter((metric) => isOpen(METRICS[metric]));
}

/** The figure that an address ranks stores by, `?rank=conversionRate`; the first where it is not theirs to see. */
export function chooseRank({ rank }: SearchParams, role: Role): BenchmarkMetric {
  const open = benchmarkMetrics(role);
  return open.find((metric) => metric === rank) ?? 'salesDensity';
}
