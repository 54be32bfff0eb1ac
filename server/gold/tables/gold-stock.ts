import type { LakeTable } from '../table.ts';
import { additive, count, day, money, productId, storeId, unknownable } from './columns.ts';

export const inventoryPositions = {
  schema: 'gold',
  name: 'inventory_positions',
  grain: 'store × product held, at the close of the last closed date',
  label: 'Internal',
  key: ['store_id', 'product_id'],
  partitions: [],
  additivity: additive(
    'on_hand',
    'on_order',
    'in_transit',
    'reserved',
    'available_to_sell',
    'inventory_position',
    'units_sold_28_days',
  ),
  columns: {
    store_id: storeId,
    product_id: productId,
    as_of_date: day('Last closed date'),
    on_hand: count('Units on hand by the record'),
    on_order: count('Units ordered and not received, of lines still open'),
    in_transit: count('Units sent by another store and not yet received'),
    reserved: count('Units kept for customers who will fetch them'),
    available_to_sell: count('On hand − reserved'),
    inventory_position: count('On hand + on order + in transit − reserved'),
    reorder_level: unknownable(
      count('Units at or below which the source itself would order; what we find is in replenishment'),
    ),
    units_sold_28_days: count('Units sold in the 28 days up to the as-of date, returns not taken off'),
    days_in_stock_28_days: count(
      'Of those days, the ones that closed with stock: sales on the others say little of demand',
    ),
    last_sold_date: unknownable(day('Last business date with a sale')),
    last_received_date: unknownable(day('Last day of a delivery')),
    unit_cost: unknownable(money('Cost of one unit now')),
  },
} as const satisfies LakeTable;
