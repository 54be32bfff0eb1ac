import type { LakeTable } from '../table.ts';
import { businessDate, money, storeId, unknownable } from './columns.ts';

/**
 * How tickets were paid. Of a card there is what the payment service gives out and nothing more: its token, the brand
 * and the last four digits. No number of a card is in any layer, and no gold model may read this table.
 */
export const payments = {
  schema: 'silver',
  name: 'payments',
  grain: 'ticket',
  label: 'Highly Confidential',
  key: ['store_id', 'business_date', 'transaction_id'],
  partitions: ['year', 'month'],
  partitionedOn: 'business_date',
  columns: {
    business_date: businessDate,
    store_id: storeId,
    transaction_id: { sqlType: 'varchar(32)', meaning: 'Ticket that was paid, or paid back' },
    method: { sqlType: 'varchar(16)', meaning: 'card or cash' },
    payment_token: unknownable({
      sqlType: 'varchar(64)',
      meaning: 'What the payment service calls the card; of no use to anybody else',
    }),
    card_brand: unknownable({ sqlType: 'varchar(16)', meaning: 'Brand of the card' }),
    last_four: unknownable({ sqlType: 'varchar(4)', meaning: 'Last four digits of the card' }),
    amount: money('Amount paid, ex tax; negative where it was paid back'),
  },
} as const satisfies LakeTable;
