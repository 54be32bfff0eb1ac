import type { LakeTable } from '../table.ts';
import { additive, businessDate, count, day, money, SALES, storeId, unknownable } from './columns.ts';
import { storeDay } from './gold.ts';
import { storeActivity } from './trading.ts';

const { gross_sales, discounts, returns, net_sales, units, transactions, cogs } = storeDay.columns;
const { visits, labour_hours, planned_hours, labour_cost } = storeActivity.columns;

/** How stores were run: sales beside the people at the door, on the floor and in the target. */
export const storeOperations = {
  schema: 'gold',
  name: 'store_operations',
  grain: 'store × business date with trade, people counted or a target',
  label: 'Internal',
  key: ['store_id', 'business_date'],
  partitions: ['year', 'month'],
  partitionedOn: 'business_date',
  additivity: additive(
    ...SALES,
    'transactions',
    'cogs',
    'counter_net_sales',
    'counter_units',
    'counter_transactions',
    'visits',
    'labour_hours',
    'planned_hours',
    'labour_cost',
    'net_sales_target',
    'shrink_cost',
  ),
  columns: {
    business_date: businessDate,
    store_id: storeId,
    gross_sales,
    discounts,
    returns,
    net_sales,
    units,
    transactions,
    cogs,
    counter_net_sales: money('Net sales over the counter: of the channel store, without orders online'),
    counter_units: count('Units sold − returned over the counter'),
    counter_transactions: count('Tickets with at least one item sold over the counter'),
    visits,
    labour_hours,
    planned_hours,
    labour_cost,
    net_sales_target: unknownable(money('Net sales the store was asked for')),
    shrink_cost: unknownable(
      money(
        'Stock that counts and adjustments of the day found missing, at cost; negative where more was there',
      ),
    ),
  },
} as const satisfies LakeTable;

export const stockLevels = {
  schema: 'gold',
  name: 'stock_levels',
  grain: 'store × day of a stock record: each of the last 35 days, and Saturdays before',
  label: 'Internal',
  key: ['store_id', 'snapshot_date'],
  partitions: ['year', 'month'],
  partitionedOn: 'snapshot_date',
  additivity: {
    ranged_products: 'semiAdditive',
    products_in_stock: 'semiAdditive',
    on_hand: 'semiAdditive',
    value_at_cost: 'semiAdditive',
  },
  columns: {
    snapshot_date: day(
      'Business date at whose close the stock stood so; nothing here may be added up over days',
    ),
    store_id: storeId,
    is_trading: { sqlType: 'bit', meaning: 'Whether the store is open, neither shut nor being remodelled' },
    ranged_products: count('Products the store holds a stock record of'),
    products_in_stock: count('Of these, those with at least one unit on hand'),
    on_hand: count('Units on hand by the record, where more than none'),
    value_at_cost: unknownable(money('These units at the cost of the day; empty where one is unknown')),
  },
} as const satisfies LakeTable;
