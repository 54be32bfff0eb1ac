import 'server-only';
import { z } from 'zod';
import type { ChannelSales } from '#lib/customers.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { periodParameter } from '../parameters.ts';

/** Where customers of the scope buy: a customer of two channels counts in both. */
export const listChannels = goldQuery({
  name: 'customers.list-channels',
  params: z.strictObject({ period: periodParameter() }),
  sql: `
    SELECT
      o.channel AS channel,
      CAST(COUNT(CASE WHEN o.is_sale = 1 THEN 1 END) AS bigint) AS orders,
      CAST(COUNT(DISTINCT CASE WHEN o.is_sale = 1 THEN o.customer_key END) AS bigint) AS customers,
      CAST(SUM(o.net_sales) * 100 AS bigint) AS netSales
    FROM gold.customer_orders AS o
    WHERE inScope(o.store_id)
      AND o.business_date BETWEEN @periodFrom AND @periodTo
    GROUP BY o.channel
    ORDER BY SUM(o.net_sales) DESC, o.channel`,
  row: z.object({
    channel: textColumn(),
    orders: countColumn(),
    customers: countColumn(),
    netSales: moneyColumn(),
  }) satisfies z.ZodType<ChannelSales>,
});
