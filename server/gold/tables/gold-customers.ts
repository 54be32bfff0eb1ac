import type { Column, LakeTable } from '../table.ts';
import { additive, count, day, money, storeId, unknownable } from './columns.ts';
import { customerContacts as silverContacts } from './customers.ts';

const customerKey = count('Number that stands for the customer and says nothing about them');
const homeStore = unknownable({ ...storeId, meaning: 'Home store of the customer, where known' });
const asOf = day('Last closed date: everything up to it counts, nothing after');

export const customerMetrics = {
  schema: 'gold',
  name: 'customer_metrics',
  grain: 'customer that ever bought',
  label: 'Internal',
  key: ['customer_key'],
  partitions: [],
  additivity: additive('frequency_364_days', 'net_sales_364_days', 'gross_margin_364_days'),
  columns: {
    customer_key: customerKey,
    store_id: homeStore,
    as_of_date: asOf,
    first_purchase_date: day('Business date of the first ticket with a sale'),
    last_purchase_date: day('Business date of the last ticket with a sale'),
    recency_days: count('Days from the last purchase to the as-of date'),
    purchase_days: count('Business dates with a purchase, all time'),
    frequency_364_days: count('Tickets with a sale in the 364 days up to the as-of date'),
    net_sales_364_days: money('Net sales of those days'),
    gross_margin_364_days: unknownable(
      money('Net sales − cost of goods of those days, where costs are known'),
    ),
  },
} as const satisfies LakeTable;

export const customer360 = {
  schema: 'gold',
  name: 'customer_360',
  grain: 'customer',
  label: 'Internal',
  key: ['customer_key'],
  partitions: [],
  additivity: additive(
    'net_sales',
    'returns',
    'transactions',
    'store_transactions',
    'online_transactions',
    'points_balance',
  ),
  columns: {
    customer_key: customerKey,
    store_id: homeStore,
    as_of_date: asOf,
    joined_on: day('Day of joining, else of the first purchase'),
    loyalty_tier: { sqlType: 'varchar(16)', nullable: true, meaning: 'Tier of the loyalty scheme now' },
    net_sales: money('All net sales to the customer so far: a past, not a prediction'),
    returns: money('Value of goods brought back, positive'),
    transactions: count('Tickets with a sale'),
    store_transactions: count('Of these, in a store'),
    online_transactions: count('Of these, online or by mobile'),
    last_purchase_date: unknownable(day('Business date of the last ticket with a sale')),
    points_balance: count('Loyalty points given − spent'),
    top_categories: {
      sqlType: 'nvarchar(400)',
      nullable: true,
      meaning: 'Up to three categories with the greatest share of net sales, greatest first',
    },
  },
} as const satisfies LakeTable;

const { email_hash, full_name, email, phone } = silverContacts.columns;

/** The only gold view with personal columns. One question reads it, and only for what a reveal has recorded. */
export const customerContacts = {
  schema: 'gold',
  name: 'customer_contacts',
  grain: 'customer whose details are kept',
  label: 'Confidential - PII',
  key: ['customer_key'],
  partitions: [],
  columns: { customer_key: customerKey, store_id: homeStore, full_name, email, phone },
} as const satisfies LakeTable;

const mask = (meaning: string) =>
  ({ sqlType: 'nvarchar(16)', nullable: true, meaning }) as const satisfies Column;

export const customerMasks = {
  schema: 'gold',
  name: 'customer_masks',
  grain: 'customer whose details are kept',
  label: 'Internal',
  key: ['customer_key'],
  partitions: [],
  columns: {
    customer_key: customerKey,
    store_id: homeStore,
    full_name_mask: mask('First letter of the name'),
    email_mask: mask('First letter of the address'),
    phone_mask: mask('Last two digits of the number'),
    email_hash,
  },
} as const satisfies LakeTable;
