import { relativeChange } from './sales.ts';

/** What each figure means. Tiles, tables and exports all speak with these words. */
export interface MetricDefinition {
  readonly title: string;
  /** The formula in words, with what is in and what is out. */
  readonly formula: string;
  /** Which direction is good news. */
  readonly better: 'up' | 'down';
  /** A rate moves by percentage points: 4.0% to 4.5% is +0.5 points, not +12.5%. */
  readonly moves: 'relatively' | 'by points';
}

export const METRICS = {
  netSales: {
    title: 'Net sales',
    formula: 'Gross sales − discounts − returns, without tax. Returns count on the day they come back.',
    better: 'up',
    moves: 'relatively',
  },
  transactions: {
    title: 'Transactions',
    formula: 'Tickets with at least one item sold. A ticket of returns only is not counted.',
    better: 'up',
    moves: 'relatively',
  },
  units: { title: 'Units', formula: 'Items sold minus items returned.', better: 'up', moves: 'relatively' },
  atv: {
    title: 'Average transaction',
    formula: 'Net sales ÷ transactions (ATV).',
    better: 'up',
    moves: 'relatively',
  },
  upt: {
    title: 'Units per transaction',
    formula: 'Units ÷ transactions (UPT).',
    better: 'up',
    moves: 'relatively',
  },
  returnRate: {
    title: 'Return rate',
    formula: 'Value brought back ÷ gross sales, both by the day they happened.',
    better: 'down',
    moves: 'by points',
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricName = keyof typeof METRICS;

/**
 * How a metric moved from its basis: relatively (0.05 = +5 %) or by points (0.005 = +0.5 points), as its definition
 * says. Null where there is nothing fair to say, as relative to zero or a loss.
 */
export function changeOf(
  metric: MetricName,
  current: number | bigint | null,
  basis: number | bigint | null,
): number | null {
  if (METRICS[metric].moves === 'relatively') return relativeChange(current, basis);
  return current === null || basis === null ? null : Number(current) - Number(basis);
}

/** Whether a change is good or bad news for this metric; null where there is no news. */
export function newsOf(metric: MetricName, change: number | null): 'good' | 'bad' | null {
  const { better }: MetricDefinition = METRICS[metric];
  // Below a twentieth of a percent the figure reads +0.0%: that is no news.
  if (change === null || Math.abs(change) < 0.0005) return null;
  return change > 0 === (better === 'up') ? 'good' : 'bad';
}
