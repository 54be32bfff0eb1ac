import type { MetricDefinition } from './metrics.ts';

const REPLENISHMENT = 'gold.replenishment';
const SUPPLIER_LINES = 'gold.supplier_lines';
const amount = { unit: 'money', additivity: 'additive', moves: 'relatively', better: 'up' } as const;
const count = { unit: 'count', additivity: 'additive', moves: 'relatively', better: 'up' } as const;
const rate = { unit: 'rate', additivity: 'nonAdditive', moves: 'by points', better: 'up' } as const;

/** What the figures of stock, forecast and suppliers mean; part of METRICS. */
export const STOCK_METRICS = {
  oosRate: {
    ...rate,
    title: 'Out of stock',
    formula:
      'Products in stores with nothing to sell ÷ products ranged, at the last close. Stores that do not trade are left out.',
    better: 'down',
    source: REPLENISHMENT,
  },
  lostSales: {
    ...amount,
    title: 'Lost sales',
    formula:
      'Units estimated to have been wanted of empty shelves in the last 28 days × the price now. What people bought instead is not taken off.',
    better: 'down',
    source: REPLENISHMENT,
  },
  orderUnits: {
    ...count,
    title: 'To order',
    formula:
      'Units that bring each position at or below its reorder point up to its level, in whole packs. The reorder point is the demand forecast for delivery and review, and safety for how both vary.',
    better: null,
    source: REPLENISHMENT,
  },
  excessUnits: {
    ...count,
    additivity: 'semiAdditive',
    title: 'Too much',
    formula:
      'Units beyond the forecast of delivery, review and 60 days more; all units of what did not sell in 91 days.',
    better: 'down',
    source: REPLENISHMENT,
  },
  expectedDemand: {
    ...count,
    title: 'Expected',
    formula:
      'Units expected to be wanted in the 30 days ahead, at the prices, promotions and holidays known now.',
    better: null,
    source: 'gold.demand_forecast',
  },
  otif: {
    ...rate,
    title: 'OTIF by line',
    formula:
      'Order lines wholly received by the promised day ÷ order lines promised in the window. A line is one product of an order.',
    source: SUPPLIER_LINES,
  },
  supplierFillRate: {
    ...rate,
    title: 'Fill rate',
    formula: 'Units received, whenever they came ÷ units ordered, of lines promised in the window.',
    source: SUPPLIER_LINES,
  },
} as const satisfies Record<string, MetricDefinition>;
