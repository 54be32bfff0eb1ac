import type { LakeTable } from '../table.ts';
import { businessDate, count, day, money, productId, storeId, supplierId, unknownable } from './columns.ts';

export const suppliers = {
  schema: 'silver',
  name: 'suppliers',
  grain: 'supplier',
  label: 'Internal',
  key: ['supplier_id'],
  partitions: [],
  columns: {
    supplier_id: supplierId,
    supplier_name: { sqlType: 'nvarchar(100)', meaning: 'Name people read' },
    lead_time_days: unknownable(count('Days from order to delivery, as agreed')),
  },
} as const satisfies LakeTable;

export const purchaseOrderLines = {
  schema: 'silver',
  name: 'purchase_order_lines',
  grain: 'line of an order: one product for one store',
  label: 'Internal',
  key: ['order_number', 'line_number'],
  partitions: [],
  columns: {
    order_number: { sqlType: 'varchar(32)', meaning: 'Purchase order' },
    line_number: count('Position within the order, from 1'),
    supplier_id: supplierId,
    store_id: storeId,
    product_id: productId,
    ordered_on: unknownable(day('When it was ordered; empty where only what is open is listed')),
    promised_on: unknownable(day('Last day on which the delivery is on time')),
    closed_on: unknownable(day('When nothing more was expected of a line that fell short')),
    ordered_units: count('Units ordered'),
    unit_cost: unknownable(money('Agreed cost of one unit')),
  },
} as const satisfies LakeTable;

export const receipts = {
  schema: 'silver',
  name: 'receipts',
  grain: 'delivery against a line of an order; a line may come in several',
  label: 'Internal',
  key: ['order_number', 'line_number', 'received_on'],
  partitions: [],
  columns: {
    order_number: { sqlType: 'varchar(32)', meaning: 'Purchase order' },
    line_number: count('Position within the order, from 1'),
    received_on: day('When it arrived in the store'),
    received_units: count('Units that arrived'),
  },
} as const satisfies LakeTable;

export const inventoryMovements = {
  schema: 'silver',
  name: 'inventory_movements',
  keptAs: 'delta',
  grain: 'store × product × business date × kind of movement × reference',
  label: 'Internal',
  key: ['store_id', 'business_date', 'product_id', 'movement_type', 'reference'],
  partitions: ['year', 'month'],
  partitionedOn: 'business_date',
  columns: {
    business_date: businessDate,
    store_id: storeId,
    product_id: productId,
    movement_type: {
      sqlType: 'varchar(16)',
      meaning: 'opening, receipt, sale, return, write_off, transfer, adjustment or count',
    },
    reference: { sqlType: 'varchar(40)', meaning: 'Document behind it; empty for a day of sales or returns' },
    units: count('Units that came in; negative where they went out. Their sum is the stock on hand'),
  },
} as const satisfies LakeTable;

export const transfers = {
  schema: 'silver',
  name: 'transfers',
  grain: 'product sent from one store to another',
  label: 'Internal',
  key: ['transfer_number', 'line_number'],
  partitions: [],
  columns: {
    transfer_number: { sqlType: 'varchar(32)', meaning: 'Transfer; the ledger refers to it' },
    line_number: count('Position within the transfer, from 1'),
    from_store_id: { ...storeId, meaning: 'Store it left' },
    to_store_id: { ...storeId, meaning: 'Store it goes to' },
    product_id: productId,
    shipped_on: day('When it left'),
    received_on: unknownable(day('When it arrived; empty while it is on its way')),
    units: count('Units sent'),
  },
} as const satisfies LakeTable;

export const reservations = {
  schema: 'silver',
  name: 'reservations',
  grain: 'product kept for a customer who ordered it and will fetch it',
  label: 'Internal',
  key: ['reservation_number'],
  partitions: [],
  columns: {
    reservation_number: { sqlType: 'varchar(48)', meaning: 'Reservation' },
    store_id: { ...storeId, meaning: 'Store whose stock is kept' },
    product_id: productId,
    reserved_on: day('First day it was kept'),
    released_on: unknownable(day('When it was fetched or given up; empty while it is kept')),
    outcome: {
      sqlType: 'varchar(16)',
      nullable: true,
      meaning: 'collected or cancelled; empty while it is kept',
    },
    units: count('Units kept: on hand and not for sale'),
  },
} as const satisfies LakeTable;

export const inventorySnapshots = {
  schema: 'silver',
  name: 'inventory_snapshots',
  grain: 'store × product × day: each of the last 35 days, and Saturdays before',
  label: 'Internal',
  key: ['store_id', 'snapshot_date', 'product_id'],
  partitions: ['year', 'month'],
  partitionedOn: 'snapshot_date',
  additivity: { on_hand: 'semiAdditive' },
  columns: {
    snapshot_date: day('Business date at whose close it was taken'),
    store_id: storeId,
    product_id: productId,
    on_hand: count('Units on hand by the record; not to be added up over days'),
    reorder_level: unknownable(count('Units at or below which the source itself would order then')),
  },
} as const satisfies LakeTable;
