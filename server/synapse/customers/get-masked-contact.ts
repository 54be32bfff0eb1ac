import 'server-only';
import { z } from 'zod';
import type { CustomerContact } from '#lib/customer-contact.ts';
import type { RowScope } from '#lib/scope.ts';
import { textColumn } from '../columns.ts';
import { goldQuery, ONE_CUSTOMER } from '../gold-query.ts';

const askMasks = goldQuery({
  name: 'customers.get-masked-contact',
  params: ONE_CUSTOMER,
  sql: `
    SELECT m.full_name_mask AS name, m.email_mask AS email, m.phone_mask AS phone
    FROM gold.customer_masks AS m
    WHERE m.customer_key = @customerKey AND inScope(m.store_id)`,
  row: z.object({
    name: textColumn().nullable(),
    email: textColumn().nullable(),
    phone: textColumn().nullable(),
  }) satisfies z.ZodType<CustomerContact>,
});

/** What everybody sees of a customer's details: masks, made in the lake. `contact` is null where nothing is kept. */
export async function getMaskedContact(customerKey: number, scope: RowScope) {
  const { rows, ...answer } = await askMasks({ customerKey }, scope);
  return { ...answer, contact: rows[0] ?? null };
}
