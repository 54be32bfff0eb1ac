import type { LakeTable } from '../table.ts';
import { count, customerId, day, storeId, unknownable, validity } from './columns.ts';

export const customers = {
  schema: 'silver',
  name: 'customers',
  keptAs: 'delta',
  grain: 'customer × version',
  label: 'Confidential - PII',
  key: ['customer_id', 'valid_from'],
  partitions: [],
  columns: {
    customer_id: customerId,
    customer_key: count('Number that stands for the customer in analytics and says nothing about them'),
    joined_on: day('Day of joining, else of the first purchase'),
    home_store_id: unknownable(storeId),
    loyalty_tier: { sqlType: 'varchar(16)', nullable: true, meaning: 'Tier of the loyalty scheme' },
    ...validity,
  },
} as const satisfies LakeTable;

/** The only table that says who somebody is. Two gold models may read it: the one that masks it, and its own. */
export const customerContacts = {
  schema: 'silver',
  name: 'customer_contacts',
  grain: 'customer',
  label: 'Confidential - PII',
  key: ['customer_id'],
  partitions: [],
  columns: {
    customer_id: customerId,
    full_name: { sqlType: 'nvarchar(200)', nullable: true, meaning: 'Name' },
    email: { sqlType: 'nvarchar(254)', nullable: true, meaning: 'E-mail address' },
    phone: { sqlType: 'varchar(32)', nullable: true, meaning: 'Telephone number' },
    email_hash: {
      sqlType: 'varchar(64)',
      nullable: true,
      meaning:
        'HMAC-SHA256 of the address in lower case, by a key outside the lake; empty where none was given',
    },
  },
} as const satisfies LakeTable;

export const loyaltyEvents = {
  schema: 'silver',
  name: 'loyalty_events',
  grain: 'movement of points',
  label: 'Confidential - PII',
  key: ['event_id'],
  partitions: [],
  columns: {
    event_id: { sqlType: 'varchar(48)', meaning: 'Event' },
    customer_id: customerId,
    event_time: { sqlType: 'datetime2(3)', meaning: 'When it happened, store-local' },
    event_type: { sqlType: 'varchar(16)', meaning: 'join, earn or redeem' },
    points: count('Points given; negative where they were spent'),
    transaction_id: { sqlType: 'varchar(32)', nullable: true, meaning: 'Ticket behind it' },
  },
} as const satisfies LakeTable;
