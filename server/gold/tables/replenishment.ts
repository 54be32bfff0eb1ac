import type { LakeTable } from '../table.ts';
import { additive, count, day, money, productId, storeId, supplierId, unknownable } from './columns.ts';

const decimal = (meaning: string) => ({ sqlType: 'decimal(18,4)', meaning }) as const;

export const replenishment = {
  schema: 'gold',
  name: 'replenishment',
  grain: 'store × product held or sold, at the close of the last closed date',
  label: 'Internal',
  key: ['store_id', 'product_id'],
  partitions: [],
  madeBy: 'science',
  additivity: additive(
    'on_hand',
    'on_order',
    'available_to_sell',
    'inventory_position',
    'demand_rate',
    'demand_30_days',
    'order_units',
    'units_sold_28_days',
    'opening_units_28_days',
    'received_units_28_days',
    'lost_units_28_days',
    'lost_sales_28_days',
    'excess_units',
  ),
  columns: {
    store_id: storeId,
    product_id: productId,
    supplier_id: unknownable(supplierId),
    as_of_date: day('Last closed date'),
    on_hand: count('Units on hand by the record'),
    on_order: count('Units ordered and not received, of lines still open'),
    available_to_sell: count('On hand less what is kept for customers'),
    inventory_position: count('Available + on order + on its way from another store'),
    demand_rate: decimal('Units expected to be wanted on a day, mean of the 30 days ahead'),
    demand_30_days: decimal('Units expected to be wanted in the 30 days ahead'),
    days_of_cover: unknownable(
      decimal(
        'Days until what is available is gone at the forecast of each day; empty where nothing is wanted',
      ),
    ),
    projected_stockout_date: unknownable(
      day('Day on which forecast demand reaches what is available and due by then; empty beyond 30 days'),
    ),
    service_level: decimal('Chance to get through a cycle without a stock-out that levels are set for'),
    review_period_days: count('Days between orders'),
    lead_time_mean: unknownable(decimal('Mean days from order to the last delivery of a line')),
    lead_time_deviation: unknownable(decimal('Standard deviation of those days')),
    safety_stock: decimal('Part of the reorder point that guards against chance'),
    reorder_point: count('Inventory position at or below which to order'),
    order_up_to: count('Inventory position to order up to'),
    pack_size: count('Units that are ordered together'),
    minimum_order: count('Least units of an order line'),
    order_units: count('Units to order now: whole packs, at least the minimum'),
    order_reason: {
      sqlType: 'varchar(32)',
      meaning: 'order, minimum_order, above_reorder_point, no_demand or store_closed',
    },
    abc_class: { sqlType: 'varchar(1)', meaning: 'A, B or C by cumulative margin of 91 days in the store' },
    xyz_class: { sqlType: 'varchar(1)', meaning: 'X, Y or Z by how weekly demand varies about its season' },
    units_sold_28_days: count('Units sold in the 28 days up to the as-of date, returns not taken off'),
    opening_units_28_days: count('Units on hand before those 28 days'),
    received_units_28_days: count('Units received in them: sell-through = sold ÷ (opening + received)'),
    last_sold_date: unknownable(day('Last business date with a sale')),
    empty_days_28_days: count('Of those 28 days, the ones that closed with an empty shelf'),
    lost_units_28_days: decimal('Units estimated to have been wanted in them of an empty shelf'),
    lost_sales_28_days: money('The same at the price now'),
    phantom_score: decimal(
      'Chance that stock on record is not there, from days without a sale that was to be expected',
    ),
    stock_state: {
      sqlType: 'varchar(16)',
      meaning:
        'out, low (runs out before an order placed now could come), fine, over or dead (no sale in 91 days)',
    },
    excess_units: count(
      'Units beyond what is wanted in the lead time, a review and 60 days more; all where dead',
    ),
    unit_price: unknownable(money('Regular price of one unit now')),
    unit_cost: unknownable(money('Cost of one unit now')),
  },
} as const satisfies LakeTable;

export const transferSuggestions = {
  schema: 'gold',
  name: 'transfer_suggestions',
  grain: 'store × product × other store: each move is a row of the giver and a row of the taker',
  label: 'Internal',
  key: ['store_id', 'product_id', 'direction', 'other_store_id'],
  partitions: [],
  madeBy: 'science',
  columns: {
    store_id: storeId,
    product_id: productId,
    direction: { sqlType: 'varchar(3)', meaning: 'in or out, as the store sees it' },
    other_store_id: { sqlType: 'varchar(16)', meaning: 'Store that gives or takes' },
    units: count('Units to move'),
    needed_by: unknownable(day('Day on which the taker runs out, where that is forecast')),
    saved_units: decimal(
      'Units the taker is expected to sell before a delivery that it could not sell otherwise',
    ),
    saved_sales: money('The same at the price now'),
  },
} as const satisfies LakeTable;
