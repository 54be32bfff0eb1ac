import type { LakeTable } from '../table.ts';
import { additive, businessDate, count, day, money, storeId, unknownable } from './columns.ts';

/*
 * What is known of one customer, by the number that stands for them. All belong to the customer's home store, which is
 * what row scope goes by: a store's customers are its own wherever they shop.
 */

const customerKey = count('Number that stands for the customer and says nothing about them');
const homeStore = unknownable({ ...storeId, meaning: 'Home store of the customer, where known' });
const channel = { sqlType: 'varchar(16)', meaning: 'store, online or mobile' } as const;

export const customerOrders = {
  schema: 'gold',
  name: 'customer_orders',
  grain: 'customer × ticket',
  label: 'Internal',
  key: ['customer_key', 'business_date', 'selling_store_id', 'transaction_id'],
  partitions: [],
  additivity: additive('units', 'net_sales', 'returns'),
  columns: {
    customer_key: customerKey,
    store_id: homeStore,
    business_date: businessDate,
    event_time: { sqlType: 'datetime2(3)', meaning: 'When the ticket was rung up, store-local' },
    selling_store_id: { ...storeId, meaning: 'Store whose sale it is' },
    transaction_id: { sqlType: 'varchar(32)', meaning: 'Ticket' },
    channel,
    is_sale: { sqlType: 'bit', meaning: 'Whether something was sold; a ticket of returns only is no order' },
    units: count('Items sold minus items returned'),
    net_sales: money('Net sales of the ticket'),
    returns: money('Value of goods brought back, positive'),
  },
} as const satisfies LakeTable;

export const customerCategories = {
  schema: 'gold',
  name: 'customer_categories',
  grain: 'customer × category',
  label: 'Internal',
  key: ['customer_key', 'category'],
  partitions: [],
  additivity: additive('units', 'net_sales'),
  columns: {
    customer_key: customerKey,
    store_id: homeStore,
    category: {
      sqlType: 'nvarchar(100)',
      meaning: 'Category on the day of sale; “Not categorised” without one',
    },
    units: count('Items sold minus items returned, all time'),
    net_sales: money('Net sales, all time'),
    last_purchase_date: unknownable(day('Business date of the last sale in it')),
  },
} as const satisfies LakeTable;

export const customerEvents = {
  schema: 'gold',
  name: 'customer_events',
  grain: 'customer × happening other than an order',
  label: 'Internal',
  key: ['customer_key', 'event_date', 'kind'],
  partitions: [],
  additivity: additive('points'),
  columns: {
    customer_key: customerKey,
    store_id: homeStore,
    event_date: day('Day it happened'),
    kind: { sqlType: 'varchar(16)', meaning: 'joined, tier, moved or redeemed' },
    detail: { sqlType: 'varchar(16)', nullable: true, meaning: 'The new tier, or the new home store' },
    points: unknownable(count('Points spent, positive')),
  },
} as const satisfies LakeTable;

export const customerNumbers = {
  schema: 'gold',
  name: 'customer_numbers',
  grain: 'customer',
  label: 'Internal',
  key: ['loyalty_number'],
  partitions: [],
  columns: {
    loyalty_number: {
      sqlType: 'varchar(32)',
      meaning: 'Number on the customer’s card, as the source has it',
    },
    customer_key: customerKey,
    store_id: homeStore,
  },
} as const satisfies LakeTable;

export const customerCohorts = {
  schema: 'gold',
  name: 'customer_cohorts',
  grain: 'home store × fiscal period of the first purchase × complete periods since',
  label: 'Internal',
  key: ['store_id', 'first_fiscal_year', 'first_fiscal_period', 'periods_since'],
  partitions: [],
  additivity: additive('net_sales'),
  columns: {
    store_id: { ...storeId, meaning: 'Home store of the customers; empty where not known' },
    first_fiscal_year: count('Fiscal year of the first purchase'),
    first_fiscal_period: count('Fiscal period of the first purchase, 1 to 12'),
    periods_since: count('Fiscal periods after it; 0 is the period of the first purchase itself'),
    customers: count('Customers whose first purchase was in the period'),
    active: count('Of these, who bought in the period so many after'),
    net_sales: money('Their net sales in that period'),
  },
} as const satisfies LakeTable;
