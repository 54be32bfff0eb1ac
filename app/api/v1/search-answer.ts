import { z } from 'zod';

/** What a search found; `href` leads to it for whoever may open that page. */
export const SEARCH_ANSWER = z.strictObject({
  found: z.array(
    z.strictObject({
      kind: z.enum(['page', 'store', 'product', 'customer']),
      id: z.string(),
      name: z.string().describe('Of a customer there is only the number'),
      href: z.string(),
    }),
  ),
});
