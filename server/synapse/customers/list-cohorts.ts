import 'server-only';
import { z } from 'zod';
import type { CohortCell } from '#lib/customer-cohorts.ts';
import { countColumn, moneyColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';

/** Customers by the fiscal period of their first purchase, and how many bought in each complete period since. */
export const listCohorts = goldQuery({
  name: 'customers.list-cohorts',
  params: z.strictObject({}),
  addedUp: {
    'gold.customer_cohorts.customers': 'Over home stores alone: each cell of the cohort stands by itself',
    'gold.customer_cohorts.active': 'Over home stores alone, within one period',
  },
  sql: `
    SELECT
      c.first_fiscal_year AS firstYear,
      c.first_fiscal_period AS firstPeriod,
      c.periods_since AS since,
      CAST(SUM(CAST(c.customers AS bigint)) AS bigint) AS customers,
      CAST(SUM(CAST(c.active AS bigint)) AS bigint) AS active,
      CAST(SUM(c.net_sales) * 100 AS bigint) AS netSales
    FROM gold.customer_cohorts AS c
    WHERE inScope(c.store_id)
    GROUP BY c.first_fiscal_year, c.first_fiscal_period, c.periods_since
    ORDER BY c.first_fiscal_year, c.first_fiscal_period, c.periods_since`,
  row: z.object({
    firstYear: countColumn(),
    firstPeriod: countColumn(),
    since: countColumn(),
    customers: countColumn(),
    active: countColumn(),
    netSales: moneyColumn(),
  }) satisfies z.ZodType<CohortCell>,
});
