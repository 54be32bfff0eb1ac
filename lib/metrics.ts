import { relativeChange } from './sales.ts';
import { STOCK_METRICS } from './stock-metrics.ts';

/** What each figure means. Tiles, tables and exports all speak with these words. */
export interface MetricDefinition {
  readonly title: string;
  /** The formula in words, with what is in and what is out. */
  readonly formula: string;
  readonly unit: MetricUnit;
  /** Whether it may be added up: additive over everything, not over time (semi), or not at all (a rate, a distinct count). */
  readonly additivity: 'additive' | 'semiAdditive' | 'nonAdditive';
  /** Which direction is good news; null where a change is neither. */
  readonly better: 'up' | 'down' | null;
  /** A rate moves by percentage points: 4.0% to 4.5% is +0.5 points, not +12.5%. */
  readonly moves: 'relatively' | 'by points';
  /** Gold view it is taken from. */
  readonly source: string;
  /** Decimals of a percent it is written with, where one is too few to tell anything. */
  readonly decimals?: 1 | 2;
  /** Gives away what goods cost: only for those who may see margins. */
  readonly isMargin?: true;
}

/** How it is written: an amount, a whole number, a share of one, a plain ratio, hours, or money for something. */
export type MetricUnit = 'money' | 'count' | 'rate' | 'ratio' | 'hours';

const STORE_DAY = 'gold.store_day';
const OPERATIONS = 'gold.store_operations';
const LEVELS = 'gold.stock_levels';
const POSITIONS = 'gold.inventory_positions';

const amount = { unit: 'money', additivity: 'additive', moves: 'relatively', better: 'up' } as const;
const count = { unit: 'count', additivity: 'additive', moves: 'relatively', better: 'up' } as const;
const ratio = { unit: 'ratio', additivity: 'nonAdditive', moves: 'relatively', better: 'up' } as const;
const rate = { unit: 'rate', additivity: 'nonAdditive', moves: 'by points', better: 'up' } as const;
/** It is itself a change, and is written like one. */
const variance = { unit: 'rate', additivity: 'nonAdditive', moves: 'relatively', better: 'up' } as const;
const perOne = { unit: 'money', additivity: 'nonAdditive', moves: 'relatively', better: 'up' } as const;

export const METRICS = {
  netSales: {
    ...amount,
    title: 'Net sales',
    formula: 'Gross sales − discounts − returns, without tax. Returns count on the day they come back.',
    source: STORE_DAY,
  },
  grossSales: {
    ...amount,
    title: 'Gross sales',
    formula: 'Sold at the ticket price, without tax, before discounts and returns.',
    source: STORE_DAY,
  },
  discounts: {
    ...amount,
    title: 'Discounts',
    formula: 'Reductions given on sales.',
    better: null,
    source: STORE_DAY,
  },
  returns: {
    ...amount,
    title: 'Returns',
    formula: 'Value of goods brought back, on the day they came back.',
    better: 'down',
    source: STORE_DAY,
  },
  transactions: {
    ...count,
    title: 'Transactions',
    formula: 'Tickets with at least one item sold. A ticket of returns only is not counted.',
    source: STORE_DAY,
  },
  units: { ...count, title: 'Units', formula: 'Items sold minus items returned.', source: STORE_DAY },
  atv: {
    ...perOne,
    title: 'Average transaction',
    formula: 'Net sales ÷ transactions (ATV).',
    source: STORE_DAY,
  },
  upt: {
    ...ratio,
    title: 'Units per transaction',
    formula: 'Units ÷ transactions (UPT).',
    source: STORE_DAY,
  },
  aur: { ...perOne, title: 'Average unit retail', formula: 'Net sales ÷ units (AUR).', source: STORE_DAY },
  returnRate: {
    ...rate,
    title: 'Return rate',
    formula: 'Value brought back ÷ gross sales, both by the day they happened.',
    better: 'down',
    source: STORE_DAY,
  },
  compSales: {
    ...amount,
    title: 'Comparable sales',
    formula:
      'Net sales of stores that were open for 13 full fiscal periods, and neither shut nor remodelled on these days or on those they are compared with.',
    source: OPERATIONS,
  },
  grossMargin: {
    ...amount,
    title: 'Gross margin',
    formula: 'Net sales − cost of the goods sold, at the cost of the day of sale.',
    source: OPERATIONS,
    isMargin: true,
  },
  grossMarginRate: {
    ...rate,
    title: 'Gross margin rate',
    formula: '(Net sales − cost of the goods sold) ÷ net sales, over the days whose cost is known.',
    source: OPERATIONS,
    isMargin: true,
  },
  traffic: { ...count, title: 'Traffic', formula: 'People counted at the door.', source: OPERATIONS },
  conversionRate: {
    ...rate,
    title: 'Conversion',
    formula: 'Transactions over the counter ÷ people counted at the door. Orders online pass no door.',
    source: OPERATIONS,
  },
  varianceToTarget: {
    ...variance,
    title: 'Against target',
    formula: 'Net sales ÷ target − 1, over the days that have a target.',
    source: OPERATIONS,
  },
  salesPerLabourHour: {
    ...perOne,
    title: 'Sales per labour hour',
    formula: 'Net sales ÷ hours worked on the floor.',
    source: OPERATIONS,
  },
  labourAgainstPlan: {
    ...variance,
    title: 'Hours against plan',
    formula: 'Hours worked ÷ hours planned − 1.',
    better: null,
    source: OPERATIONS,
  },
  labourHours: {
    ...count,
    unit: 'hours',
    title: 'Labour hours',
    formula: 'Hours worked on the floor.',
    better: null,
    source: OPERATIONS,
  },
  salesDensity: {
    ...perOne,
    title: 'Sales density',
    formula: 'Net sales ÷ selling area in m² and weeks of seven trading days.',
    source: OPERATIONS,
  },
  availability: {
    ...rate,
    title: 'Stock health',
    formula:
      'Products with at least one unit on hand by the record ÷ products ranged, at each close of a trading day held.',
    source: LEVELS,
  },
  shrinkRate: {
    ...rate,
    title: 'Shrink',
    formula:
      'Stock that counts found missing, at cost ÷ net sales. It shows on the day of the count, not of the loss.',
    better: 'down',
    decimals: 2,
    source: OPERATIONS,
    isMargin: true,
  },
  gmroi: {
    ...ratio,
    title: 'GMROI',
    formula:
      'Gross margin of the 52 weeks up to the last day ÷ average stock at cost at their Saturdays. Shorter histories are brought to a year.',
    source: LEVELS,
    isMargin: true,
  },
  stockAtCost: {
    ...amount,
    additivity: 'semiAdditive',
    title: 'Stock at cost',
    formula: 'Units on hand × cost of the day. It may be added up over stores, never over days.',
    better: null,
    source: LEVELS,
    isMargin: true,
  },
  onHand: {
    ...count,
    additivity: 'semiAdditive',
    title: 'On hand',
    formula: 'Units in the store by the record. They may be added up over stores, never over days.',
    better: null,
    source: POSITIONS,
  },
  sellThroughRate: {
    ...rate,
    title: 'Sell-through',
    formula: 'Units sold ÷ (units on hand at the start + units received).',
    source: POSITIONS,
  },
  daysOfCover: {
    ...ratio,
    title: 'Days of cover',
    formula: 'Units available ÷ units expected to sell a day.',
    better: null,
    source: POSITIONS,
  },
  ...STOCK_METRICS,
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
  if (better === null || change === null || Math.abs(change) < 0.0005) return null;
  return change > 0 === (better === 'up') ? 'good' : 'bad';
}
