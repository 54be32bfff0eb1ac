import type { LakeTable } from '../table.ts';
import { additive, businessDate, SALES, storeId } from './columns.ts';
import { salesDaily, storeDay } from './gold.ts';

const { gross_sales, discounts, returns, net_sales, units } = salesDaily.columns;
const measures = { gross_sales, discounts, returns, net_sales, units };
const channel = { sqlType: 'varchar(16)', meaning: 'store, online or mobile' } as const;
const byMonth = {
  partitions: ['year', 'month'],
  partitionedOn: 'business_date',
  monthly: true,
} as const;

export const channelDay = {
  schema: 'gold',
  name: 'channel_day',
  grain: 'store × channel × business date',
  label: 'Internal',
  key: ['store_id', 'business_date', 'channel'],
  ...byMonth,
  additivity: additive(...SALES, 'transactions'),
  columns: {
    business_date: businessDate,
    store_id: storeId,
    channel,
    ...measures,
    transactions: storeDay.columns.transactions,
  },
} as const satisfies LakeTable;

export const channelProductDay = {
  schema: 'gold',
  name: 'channel_product_day',
  grain: 'store × channel × product × business date',
  label: 'Internal',
  key: ['store_id', 'business_date', 'product_id', 'channel'],
  ...byMonth,
  additivity: additive(...SALES),
  columns: {
    business_date: businessDate,
    store_id: storeId,
    channel,
    product_id: salesDaily.columns.product_id,
    ...measures,
  },
} as const satisfies LakeTable;
