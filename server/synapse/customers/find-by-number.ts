import 'server-only';
import { z } from 'zod';
import type { NumberedCustomer } from '#lib/customers.ts';
import { countColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { textParameter } from '../parameters.ts';

/** Customers whose loyalty number, or number in analytics, begins with these characters: one question a search. */
export const findByNumber = goldQuery({
  name: 'customers.find-by-number',
  params: z.strictObject({ beginning: textParameter(32) }),
  sql: `
    SELECT TOP (10)
      n.customer_key AS customerKey,
      n.loyalty_number AS loyaltyNumber,
      n.store_id AS storeId
    FROM gold.customer_numbers AS n
    WHERE inScope(n.store_id)
      AND (LEFT(n.loyalty_number, LEN(@beginning)) = @beginning
        OR LEFT(CAST(n.customer_key AS varchar(12)), LEN(@beginning)) = @beginning)
    ORDER BY LEN(n.loyalty_number), n.loyalty_number`,
  row: z.object({
    customerKey: countColumn(),
    loyaltyNumber: textColumn(),
    storeId: textColumn().nullable(),
  }) satisfies z.ZodType<NumberedCustomer>,
});
