import 'server-only';
import { z } from 'zod';
import type { CategorySpend } from '#lib/customers.ts';
import { countColumn, dateColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery, ONE_CUSTOMER } from '../gold-query.ts';

/** What one customer spends on, greatest first, all time. */
export const listCustomerCategories = goldQuery({
  name: 'customers.list-customer-categories',
  params: ONE_CUSTOMER,
  sql: `
    SELECT
      k.category AS category,
      k.units AS units,
      CAST(k.net_sales * 100 AS bigint) AS netSales,
      k.last_purchase_date AS lastPurchaseDate
    FROM gold.customer_categories AS k
    WHERE k.customer_key = @customerKey AND inScope(k.store_id)
    ORDER BY k.net_sales DESC, k.category`,
  row: z.object({
    category: textColumn(),
    units: countColumn(),
    netSales: moneyColumn(),
    lastPurchaseDate: dateColumn().nullable(),
  }) satisfies z.ZodType<CategorySpend>,
});
