import 'server-only';
import { z } from 'zod';
import type { CustomerEvent } from '#lib/customers.ts';
import { countColumn, dateColumn, textColumn } from '../columns.ts';
import { goldQuery, ONE_CUSTOMER } from '../gold-query.ts';

/** What happened to one customer beside orders, the latest first. */
export const listCustomerEvents = goldQuery({
  name: 'customers.list-customer-events',
  params: ONE_CUSTOMER,
  sql: `
    SELECT e.event_date AS eventDate, e.kind AS kind, e.detail AS detail, e.points AS points
    FROM gold.customer_events AS e
    WHERE e.customer_key = @customerKey AND inScope(e.store_id)
    ORDER BY e.event_date DESC, e.kind`,
  row: z.object({
    eventDate: dateColumn(),
    kind: textColumn(),
    detail: textColumn().nullable(),
    points: countColumn().nullable(),
  }) satisfies z.ZodType<CustomerEvent>,
});
