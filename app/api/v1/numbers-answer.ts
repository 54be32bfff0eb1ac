import { z } from 'zod';
import type { FoundCustomer } from '#lib/customer-page.ts';

/** Customers whose number begins as asked, at most ten. */
export const NUMBERS_ANSWER = z.strictObject({
  found: z.array(
    z.strictObject({
      customerId: z.string(),
      loyaltyNumber: z.string(),
      storeId: z.string().nullable().describe('Home store'),
    }) satisfies z.ZodType<FoundCustomer>,
  ),
});
