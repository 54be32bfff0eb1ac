import { formatCount, formatMoney, formatRate, formatRatio, NO_FIGURE } from './figures.ts';
import { METRICS, type MetricDefinition, type MetricName } from './metrics.ts';
import { minorUnits } from './money.ts';

/** Writes a figure by the unit its definition states. Money comes in minor units and may have a fraction of one. */
export function writeMetric(metric: MetricName, value: number | bigint | null, currency: string): string {
  if (value === null) return NO_FIGURE;
  const { unit, decimals = 1 }: MetricDefinition = METRICS[metric];
  switch (unit) {
    case 'money':
      return formatMoney(minorUnits(BigInt(Math.round(Number(value)))), currency);
    case 'rate':
      return formatRate(Number(value), decimals);
    case 'ratio':
      return formatRatio(Number(value));
    case 'hours':
      return formatRatio(Number(value), 1);
    case 'count':
      return formatCount(value);
  }
}
