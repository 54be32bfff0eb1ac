import type { Bench } from './bench.ts';
import type { Finding } from './check-quality.ts';
import { UNLISTED } from './rules.ts';
import type { Source } from './source.ts';

/** One thing that must be equal at two places of the lake; both sides are counted apart. */
interface Agreement {
  readonly what: string;
  readonly left: string;
  readonly right: string;
}

const agreements = (source: Source): readonly Agreement[] => [
  {
    what: 'lines received and lines judged',
    left: `SELECT row_count FROM (${source.received})`,
    right: `SELECT sum(row_count) FROM silver.imported_rows WHERE outcome <> '${UNLISTED}'`,
  },
  {
    what: 'amount received and amount judged',
    left: `SELECT amount FROM (${source.received})`,
    right: 'SELECT sum(amount) FROM silver.imported_rows',
  },
  {
    what: 'rows set aside and rows the report sets aside',
    left: 'SELECT count(*) FROM silver.set_aside',
    right: "SELECT sum(row_count) FROM silver.imported_rows WHERE outcome NOT IN ('sale', 'return')",
  },
  {
    what: 'lines of tickets and rows the report keeps',
    left: 'SELECT count(*) FROM silver.transaction_lines',
    right: "SELECT sum(row_count) FROM silver.imported_rows WHERE outcome IN ('sale', 'return')",
  },
  {
    what: 'gross amount of the lines and amount the report keeps',
    left: 'SELECT sum(gross_amount) FROM silver.transaction_lines',
    right: "SELECT sum(amount) FROM silver.imported_rows WHERE outcome IN ('sale', 'return')",
  },
  {
    what: 'net sales of the lines and of gold.sales_daily',
    left: 'SELECT sum(net_amount) FROM silver.transaction_lines',
    right: 'SELECT sum(net_sales) FROM gold.sales_daily',
  },
  {
    what: 'net sales of gold.sales_daily and of gold.store_day',
    left: 'SELECT sum(net_sales) FROM gold.sales_daily',
    right: 'SELECT sum(net_sales) FROM gold.store_day',
  },
  {
    what: 'net sales of gold.sales_daily and of gold.channel_product_day',
    left: 'SELECT sum(net_sales) FROM gold.sales_daily',
    right: 'SELECT sum(net_sales) FROM gold.channel_product_day',
  },
  {
    what: 'net sales, units and transactions of gold.store_day and of gold.channel_day',
    left: 'SELECT (sum(net_sales), sum(units), sum(transactions)) FROM gold.store_day',
    right: 'SELECT (sum(net_sales), sum(units), sum(transactions)) FROM gold.channel_day',
  },
  {
    what: 'net sales, units and transactions of gold.store_day and of gold.store_operations',
    left: 'SELECT (sum(net_sales), sum(units), sum(transactions)) FROM gold.store_day',
    right: 'SELECT (sum(net_sales), sum(units), sum(transactions)) FROM gold.store_operations',
  },
  {
    what: 'net sales and transactions of gold.store_day and of gold.sales_hourly',
    left: 'SELECT (sum(net_sales), sum(transactions)) FROM gold.store_day',
    right: 'SELECT (sum(net_sales), sum(transactions)) FROM gold.sales_hourly',
  },
  {
    what: 'net sales and gross sales − discounts − returns',
    left: 'SELECT sum(net_sales) FROM gold.store_day',
    right: 'SELECT sum(gross_sales) - sum(discounts) - sum(returns) FROM gold.store_day',
  },
  {
    what: 'transactions and tickets with a sale',
    left: 'SELECT sum(transactions) FROM gold.store_day',
    right: `SELECT count(DISTINCT (store_id, transaction_id)) FROM silver.transaction_lines WHERE line_type = 'sale'`,
  },
  {
    what: 'lines and lines whose product and store are known',
    left: 'SELECT count(*) FROM silver.transaction_lines',
    right: `SELECT count(*) FROM silver.transaction_lines
      JOIN silver.products USING (product_id) JOIN silver.stores USING (store_id) WHERE is_current`,
  },
  {
    what: 'lines with a customer and lines whose customer is known',
    left: 'SELECT count(customer_id) FROM silver.transaction_lines',
    right: `SELECT count(*) FROM silver.transaction_lines
      JOIN silver.customers USING (customer_id) WHERE is_current`,
  },
  {
    what: 'net sales to known customers and net sales of gold.customer_360',
    left: 'SELECT coalesce(sum(net_amount), 0) FROM silver.transaction_lines WHERE customer_id IS NOT NULL',
    right: 'SELECT coalesce(sum(net_sales), 0) FROM gold.customer_360',
  },
  {
    what: 'net sales, returns and transactions of gold.customer_360 and of gold.customer_orders',
    left: `SELECT (coalesce(sum(net_sales), 0), coalesce(sum(returns), 0), coalesce(sum(transactions), 0))
      FROM gold.customer_360`,
    right: `SELECT (coalesce(sum(net_sales), 0), coalesce(sum(returns), 0), count(*) FILTER (is_sale))
      FROM gold.customer_orders`,
  },
  {
    what: 'net sales and units of gold.customer_orders and of gold.customer_categories',
    left: 'SELECT (coalesce(sum(net_sales), 0), coalesce(sum(units), 0)) FROM gold.customer_orders',
    right: 'SELECT (coalesce(sum(net_sales), 0), coalesce(sum(units), 0)) FROM gold.customer_categories',
  },
  {
    what: 'net sales and purchases of 364 days of gold.customer_orders and of gold.customer_metrics, of who ever bought',
    left: `SELECT (coalesce(sum(net_sales), 0), count(*) FILTER (is_sale)) FROM gold.customer_orders
      WHERE business_date > (SELECT last_closed_date - 364 FROM silver.lake_builds)
        AND customer_key IN (SELECT customer_key FROM gold.customer_orders WHERE is_sale)`,
    right:
      'SELECT (coalesce(sum(net_sales_364_days), 0), coalesce(sum(frequency_364_days), 0)) FROM gold.customer_metrics',
  },
  {
    what: 'net sales of gold.sales_daily and of gold.product_performance',
    left: 'SELECT sum(net_sales) FROM gold.sales_daily',
    right: 'SELECT sum(net_sales) FROM gold.product_performance',
  },
  {
    what: 'net sales and transactions of gold.store_day and of gold.store_performance',
    left: 'SELECT (sum(net_sales), sum(transactions)) FROM gold.store_day',
    right: 'SELECT (sum(net_sales), sum(transactions)) FROM gold.store_performance',
  },
  {
    what: 'stock by the ledger and stock of gold.inventory_positions',
    left: 'SELECT coalesce(sum(units), 0) FROM silver.inventory_movements',
    right: 'SELECT coalesce(sum(on_hand), 0) FROM gold.inventory_positions',
  },
  {
    what: 'net sales of the lines with their tax and what was paid for them, up to the last day whose payments are known',
    left: `SELECT sum(net_amount + coalesce(tax_amount, 0)) FROM silver.transaction_lines
      WHERE business_date <= (SELECT max(business_date) FROM silver.payments)`,
    right: 'SELECT sum(amount) FROM silver.payments',
  },
  {
    what: 'cost of goods of the lines and of gold.sales_daily, where every cost is known',
    left: `SELECT CASE WHEN count(*) = count(cost_amount) THEN sum(cost_amount) END FROM silver.transaction_lines`,
    right: 'SELECT CASE WHEN count(*) = count(cogs) THEN sum(cogs) END FROM gold.sales_daily',
  },
];

/**
 * Holds the layers of a build against each other, to the row and to the penny.
 * @throws TotalsDisagreeError naming every pair that differs.
 */
export async function checkTotals(bench: Bench, source: Source): Promise<Finding[]> {
  const differences: string[] = [];
  for (const { what, left, right } of agreements(source)) {
    const [found] = await bench.rows<{ left: string; right: string; equal: boolean }>(
      `SELECT CAST(l AS VARCHAR) AS "left", CAST(r AS VARCHAR) AS "right", l IS NOT DISTINCT FROM r AS equal
      FROM (SELECT (${left}) AS l, (${right}) AS r)`,
    );
    if (!found?.equal) differences.push(`${what}: ${found?.left} and ${found?.right}`);
  }
  if (differences.length > 0) throw new TotalsDisagreeError(differences);
  return agreements(source).map(({ what }) => ({
    table: 'all layers',
    name: `Equal: ${what}`,
    kind: 'reconciliation',
    severity: 'blocking',
    failures: 0,
    detail: null,
  }));
}

export class TotalsDisagreeError extends Error {
  readonly code = 'TOTALS_DISAGREE';
  constructor(differences: readonly string[]) {
    super(`The layers of the lake do not add up. ${differences.join('; ')}`);
    this.name = 'TotalsDisagreeError';
  }
}
