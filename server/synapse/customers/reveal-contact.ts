import 'server-only';
import { z } from 'zod';
import type { CustomerContact, RevealGrant } from '#lib/customer-contact.ts';
import { textColumn } from '../columns.ts';
import { ONE_CUSTOMER, personalGoldQuery } from '../gold-query.ts';

const askContact = personalGoldQuery({
  name: 'customers.reveal-contact',
  params: ONE_CUSTOMER,
  sql: `
    SELECT c.full_name AS name, c.email AS email, c.phone AS phone
    FROM gold.customer_contacts AS c
    WHERE c.customer_key = @customerKey AND inScope(c.store_id)`,
  row: z.object({
    name: textColumn().nullable(),
    email: textColumn().nullable(),
    phone: textColumn().nullable(),
  }) satisfies z.ZodType<CustomerContact>,
});

/** How the customer of the grant is named and reached; undefined where nothing is kept. */
export async function revealContact(grant: RevealGrant): Promise<CustomerContact | undefined> {
  const [contact] = await askContact(grant);
  return contact;
}
