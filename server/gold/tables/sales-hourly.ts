import type { LakeTable } from '../table.ts';
import { additive, businessDate, count, money, storeId } from './columns.ts';

export const salesHourly = {
  schema: 'gold',
  name: 'sales_hourly',
  grain: 'store × business date × hour',
  label: 'Internal',
  key: ['store_id', 'business_date', 'hour_of_day'],
  partitions: ['year', 'month'],
  partitionedOn: 'business_date',
  monthly: true,
  additivity: additive('net_sales', 'units', 'transactions'),
  columns: {
    business_date: businessDate,
    store_id: storeId,
    hour_of_day: count(
      'Whole hours since the midnight that begins the business date; 24 is the one after it',
    ),
    net_sales: money('Gross sales − discounts − returns'),
    units: count('Units sold − units returned'),
    transactions: count('Tickets with at least one item sold'),
  },
} as const satisfies LakeTable;
