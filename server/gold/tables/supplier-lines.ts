import type { LakeTable } from '../table.ts';
import { additive, count, day, money, productId, storeId, supplierId, unknownable } from './columns.ts';
import { purchaseOrderLines } from './stock.ts';

const { order_number, line_number } = purchaseOrderLines.columns;

export const supplierLines = {
  schema: 'gold',
  name: 'supplier_lines',
  grain: 'line of an order, with what came of it up to the last closed date',
  label: 'Internal',
  key: ['store_id', 'order_number', 'line_number'],
  partitions: [],
  additivity: additive('ordered_units', 'on_time_units', 'received_units'),
  columns: {
    order_number,
    line_number,
    supplier_id: supplierId,
    store_id: storeId,
    product_id: productId,
    ordered_on: day('When it was ordered'),
    promised_on: day('Last day on which the delivery is on time'),
    ordered_units: count('Units ordered'),
    on_time_units: count('Units received by the promised date'),
    received_units: count('Units received'),
    last_received_on: unknownable(day('Last delivery so far')),
    lead_days: unknownable(count('Days from order to the last delivery')),
    is_open: { sqlType: 'bit', meaning: 'Whether more is expected' },
    unit_cost: money('Agreed cost of one unit'),
  },
} as const satisfies LakeTable;

export const supplierLateness = {
  schema: 'gold',
  name: 'supplier_lateness',
  grain: 'supplier × store × month of the promise, of lines that came late or short',
  label: 'Internal',
  key: ['supplier_id', 'store_id', 'month_start'],
  partitions: [],
  madeBy: 'science',
  additivity: additive('late_lines', 'lost_units', 'lost_sales', 'lost_margin'),
  columns: {
    supplier_id: supplierId,
    store_id: storeId,
    month_start: day('First day of the month in which the lines were promised'),
    late_lines: count('Lines that were not in full on the promised day'),
    empty_days: count('Days on which the product’s shelf was empty while such a line was awaited'),
    lost_units: {
      sqlType: 'decimal(18,4)',
      meaning: 'Units estimated to have been wanted of those empty shelves',
    },
    lost_sales: money('The same at the regular price of the day'),
    lost_margin: unknownable(money('The same less their cost: the cost of lateness')),
  },
} as const satisfies LakeTable;
