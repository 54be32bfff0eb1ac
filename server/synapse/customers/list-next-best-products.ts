import 'server-only';
import { z } from 'zod';
import type { NextBestProduct } from '#lib/customers.ts';
import { countColumn, estimateColumn, textColumn } from '../columns.ts';
import { goldQuery, ONE_CUSTOMER } from '../gold-query.ts';

/** What one customer is most likely to have in the next basket, best first, with why. */
export const listNextBestProducts = goldQuery({
  name: 'customers.list-next-best-products',
  params: ONE_CUSTOMER,
  sql: `
    SELECT
      b.position AS position,
      b.product_id AS productId,
      p.product_name AS productName,
      b.score AS score,
      b.reason AS reason,
      a.product_name AS becauseName,
      b.lift AS lift,
      b.times_bought AS timesBought
    FROM gold.next_best_products AS b
    INNER JOIN gold.products AS p ON p.product_id = b.product_id
    LEFT JOIN gold.products AS a ON a.product_id = b.because_product_id
    WHERE b.customer_key = @customerKey AND inScope(b.store_id)
    ORDER BY b.position`,
  row: z.object({
    position: countColumn(),
    productId: textColumn(),
    productName: textColumn(),
    score: estimateColumn(),
    reason: textColumn(),
    becauseName: textColumn().nullable(),
    lift: estimateColumn().nullable(),
    timesBought: countColumn().nullable(),
  }) satisfies z.ZodType<NextBestProduct>,
});
