import type { LakeTable } from '../table.ts';
import { day, money, productId, unknownable } from './columns.ts';
import * as trading from './trading.ts';

/** Records that gold shows as silver keeps them. */
export const categories = { ...trading.categories, schema: 'gold' } as const satisfies LakeTable;
export const tradingHours = { ...trading.tradingHours, schema: 'gold' } as const satisfies LakeTable;
export const targets = { ...trading.targets, schema: 'gold' } as const satisfies LakeTable;
export const promotions = { ...trading.promotions, schema: 'gold' } as const satisfies LakeTable;
export const competitorPrices = { ...trading.competitorPrices, schema: 'gold' } as const satisfies LakeTable;

export const priceHistory = {
  schema: 'gold',
  name: 'price_history',
  grain: 'product × day from which a price and cost held',
  label: 'Internal',
  key: ['product_id', 'valid_from'],
  partitions: [],
  columns: {
    product_id: productId,
    valid_from: day('First day the price held'),
    valid_to: day('First day it no longer held; 9999-12-31 for the current one'),
    regular_price: money('Price of one unit outside promotions, ex tax'),
    unit_cost: unknownable(money('Cost of one unit')),
  },
} as const satisfies LakeTable;
