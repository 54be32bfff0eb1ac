import type { Bench } from '../../bench.ts';
import type { PurchaseHistory } from '../customers/purchase-history.ts';
import type { CustomerActivity } from '../customers/rfm.ts';

export const WINDOW_DAYS = 364;
export const DAYS_PER_WEEK = 7;

/** Days of which the lake knows, and what a customer's sales leave after returns and costs. */
export interface CustomerTerms {
  readonly firstDate: string;
  readonly asOfDate: string;
  /** Days held, both ends counted. */
  readonly days: number;
  /** Net sales ÷ value of what was sold, of identified customers in the window: less than 1 by what they bring back. */
  readonly netRate: number;
  /** Gross margin ÷ value of what was sold; null where not every cost is known. */
  readonly marginRate: number | null;
}

export async function readTerms(bench: Bench): Promise<CustomerTerms> {
  const [terms] = await bench.rows<{
    firstDate: string;
    asOfDate: string;
    days: number;
    sold: number | null;
    net: number | null;
    cost: number | null;
  }>(`
    SELECT CAST(b.first_date AS VARCHAR) AS "firstDate", CAST(b.last_closed_date AS VARCHAR) AS "asOfDate",
      CAST(b.last_closed_date - b.first_date + 1 AS INTEGER) AS days, CAST(sold AS DOUBLE) AS sold,
      CAST(net AS DOUBLE) AS net, CAST(CASE WHEN uncosted = 0 THEN cost END AS DOUBLE) AS cost
    FROM silver.lake_builds AS b, (
      SELECT sum(net_amount) FILTER (line_type = 'sale') AS sold, sum(net_amount) AS net, sum(cost_amount) AS cost,
        count(*) FILTER (cost_amount IS NULL) AS uncosted
      FROM silver.transaction_lines WHERE customer_id IS NOT NULL
        AND business_date > (SELECT max(last_closed_date) - ${WINDOW_DAYS} FROM silver.lake_builds))`);
  if (!terms) throw new RangeError('a lake without a build');
  const { sold, net, cost, ...held } = terms;
  const rate = (part: number | null) => (part === null || !sold ? null : part / sold);
  return {
    ...held,
    netRate: rate(net) ?? 1,
    marginRate: net === null || cost === null ? null : rate(net - cost),
  };
}

/**
 * Histories of everybody who had bought by then, added up in the database, in weeks. A purchase is a day with a sale;
 * its spend is what was sold, before anything came back.
 */
export async function readHistories(bench: Bench, daysBefore: number): Promise<PurchaseHistory[]> {
  return bench.rows<{ customer: string; frequency: number; recency: number; age: number; monetary: number }>(`
    WITH until AS (SELECT max(last_closed_date) - ${daysBefore} AS day FROM silver.lake_builds),
    days AS (
      SELECT customer_key, business_date, sum(net_sales + returns) AS amount FROM gold.customer_orders
      WHERE is_sale AND business_date <= (SELECT day FROM until) GROUP BY ALL
    ), firsts AS (SELECT customer_key, min(business_date) AS first_day FROM days GROUP BY ALL)
    SELECT CAST(customer_key AS VARCHAR) AS customer, CAST(count(*) - 1 AS INTEGER) AS frequency,
      CAST(max(business_date) - min(first_day) AS DOUBLE) / ${DAYS_PER_WEEK} AS recency,
      CAST((SELECT day FROM until) - min(first_day) AS DOUBLE) / ${DAYS_PER_WEEK} AS age,
      CAST(coalesce(avg(amount) FILTER (business_date > first_day), 0) AS DOUBLE) AS monetary
    FROM days JOIN firsts USING (customer_key) GROUP BY customer_key ORDER BY customer_key`);
}

/** Days with a purchase in the last days, by those who had bought before. */
export async function purchasesSince(bench: Bench, days: number): Promise<number> {
  const [found] = await bench.rows<{ purchases: number }>(`
    WITH since AS (SELECT max(last_closed_date) - ${days} AS day FROM silver.lake_builds),
    known AS (SELECT DISTINCT customer_key FROM gold.customer_orders WHERE is_sale AND business_date <= (SELECT day FROM since))
    SELECT CAST(count(DISTINCT (customer_key, business_date)) AS INTEGER) AS purchases
    FROM gold.customer_orders JOIN known USING (customer_key) WHERE is_sale AND business_date > (SELECT day FROM since)`);
  return found?.purchases ?? 0;
}

/** What customers did in the window that ended so many days before the as-of date. */
export async function readActivity(bench: Bench, daysBefore: number): Promise<CustomerActivity[]> {
  return bench.rows<{ customer: string; recencyDays: number; frequency: number; monetary: number }>(`
    WITH until AS (SELECT max(last_closed_date) - ${daysBefore} AS day FROM silver.lake_builds)
    SELECT CAST(customer_key AS VARCHAR) AS customer,
      CAST((SELECT day FROM until) - max(business_date) FILTER (is_sale) AS INTEGER) AS "recencyDays",
      CAST(count(*) FILTER (is_sale) AS INTEGER) AS frequency, CAST(sum(net_sales) AS DOUBLE) AS monetary
    FROM gold.customer_orders
    WHERE business_date <= (SELECT day FROM until) AND business_date > (SELECT day FROM until) - ${WINDOW_DAYS}
    GROUP BY customer_key HAVING count(*) FILTER (is_sale) > 0`);
}
