import 'server-only';
import { z } from 'zod';
import type { CustomerOrder } from '#lib/customers.ts';
import { countColumn, dateColumn, flagColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery, ONE_CUSTOMER } from '../gold-query.ts';

export const MOST_ORDERS = 500;

/** Tickets of one customer, the latest first; those of returns only too. */
export const listCustomerOrders = goldQuery({
  name: 'customers.list-customer-orders',
  params: ONE_CUSTOMER,
  sql: `
    SELECT TOP (${MOST_ORDERS})
      o.transaction_id AS transactionId,
      o.business_date AS businessDate,
      o.selling_store_id AS sellingStoreId,
      o.channel AS channel,
      o.is_sale AS isSale,
      o.units AS units,
      CAST(o.net_sales * 100 AS bigint) AS netSales,
      CAST(o.returns * 100 AS bigint) AS returns
    FROM gold.customer_orders AS o
    WHERE o.customer_key = @customerKey AND inScope(o.store_id)
    ORDER BY o.event_time DESC, o.transaction_id`,
  row: z.object({
    transactionId: textColumn(),
    businessDate: dateColumn(),
    sellingStoreId: textColumn(),
    channel: textColumn(),
    isSale: flagColumn(),
    units: countColumn(),
    netSales: moneyColumn(),
    returns: moneyColumn(),
  }) satisfies z.ZodType<CustomerOrder>,
});
