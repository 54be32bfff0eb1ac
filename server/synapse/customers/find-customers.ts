import 'server-only';
import { z } from 'zod';
import { countColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { digestParameter } from '../parameters.ts';

/** The customers who gave exactly this e-mail address, known here by its keyed hash alone. */
export const findCustomers = goldQuery({
  name: 'customers.find-customers',
  params: z.strictObject({ emailHash: digestParameter() }),
  sql: `
    SELECT TOP (10) m.customer_key AS customerKey
    FROM gold.customer_masks AS m
    WHERE m.email_hash = @emailHash AND inScope(m.store_id)
    ORDER BY m.customer_key`,
  row: z.object({ customerKey: countColumn() }),
});
