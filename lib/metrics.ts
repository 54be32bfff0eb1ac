/** What each figure means. Tiles, tables and exports all speak with these words. */
export interface MetricDefinition {
  readonly title: string;
  /** The formula in words, with what is in and what is out. */
  readonly formula: string;
  /** Which direction is good news. */
  readonly better: 'up' | 'down';
}

export const METRICS = {
  netSales: {
    title: 'Net sales',
    formula: 'Gross sales − discounts − returns, without tax. Returns count on the day they come back.',
    better: 'up',
  },
  transactions: {
    title: 'Transactions',
    formula: 'Tickets with at least one item sold. A ticket of returns only is not counted.',
    better: 'up',
  },
  units: { title: 'Units', formula: 'Items sold minus items returned.', better: 'up' },
  atv: { title: 'Average transaction', formula: 'Net sales ÷ transactions (ATV).', better: 'up' },
  upt: { title: 'Units per transaction', formula: 'Units ÷ transactions (UPT).', better: 'up' },
  returnRate: {
    title: 'Return rate',
    formula: 'Value brought back ÷ gross sales, both by the day they happened.',
    better: 'down',
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricName = keyof typeof METRICS;

/** Whether a change is good or bad news for this metric; null where there is no news. */
export function newsOf(metric: MetricName, change: number | null): 'good' | 'bad' | null {
  const { better }: MetricDefinition = METRICS[metric];
  // Below a twentieth of a percent the figure reads +0.0%: that is no news.
  if (change === null || Math.abs(change) < 0.0005) return null;
  return change > 0 === (better === 'up') ? 'good' : 'bad';
}
