import 'server-only';
import { z } from 'zod';
import { isCustomerSegment } from '#lib/customer-segment.ts';
import type { SegmentMove } from '#lib/customers.ts';
import { countColumn, estimateColumn, moneyColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';

const segment = z.string().refine(isCustomerSegment);

/** Customers by the segment they are in and the one they were in four weeks before: a page reads both ways from it. */
export const listSegments = goldQuery({
  name: 'customers.list-segments',
  params: z.strictObject({}),
  addedUp: {
    'gold.customer_predictions.churn_probability':
      'Chances, whose sum is the number of customers expected to be lost',
  },
  sql: `
    SELECT
      p.segment AS segment,
      p.segment_before AS segmentBefore,
      CAST(COUNT(*) AS bigint) AS customers,
      CAST(SUM(CAST(p.frequency AS bigint)) AS bigint) AS orders,
      CAST(SUM(p.monetary) * 100 AS bigint) AS netSales,
      CAST(SUM(p.predicted_sales) * 100 AS bigint) AS predictedSales,
      SUM(p.churn_probability) AS expectedLost
    FROM gold.customer_predictions AS p
    WHERE inScope(p.store_id)
    GROUP BY p.segment, p.segment_before
    ORDER BY p.segment, p.segment_before`,
  row: z.object({
    segment,
    segmentBefore: segment.nullable(),
    customers: countColumn(),
    orders: countColumn(),
    netSales: moneyColumn(),
    predictedSales: moneyColumn().nullable(),
    expectedLost: estimateColumn().nullable(),
  }) satisfies z.ZodType<SegmentMove>,
});
