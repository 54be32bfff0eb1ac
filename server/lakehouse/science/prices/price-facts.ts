import type { Bench } from '../../bench.ts';

/** What is known of a product's price now, beside its elasticity. Money is cents, ex tax. */
export interface PriceFacts {
  readonly productId: string;
  readonly asOf: string;
  /** Null where the source keeps no price list. */
  readonly price: number | null;
  readonly cost: number | null;
  readonly competitorPrice: number | null;
  readonly competitors: number;
  readonly isKeyValue: boolean;
  readonly units28: number;
  readonly netSales28: number;
  readonly lowest30: number | null;
  readonly onHand: number;
}

/** Every current product. Reads the temporary tables of the demand beside silver. */
const FACTS = `
  WITH b AS (SELECT last_closed_date AS as_of FROM silver.lake_builds),
  recent AS (
    SELECT product_id, sum(quantity) AS units, sum(net_amount) AS paid FROM silver.transaction_lines, b
    WHERE line_type = 'sale' AND business_date > as_of - 28 GROUP BY product_id
  ), year AS (
    SELECT product_id, percent_rank() OVER (ORDER BY sum(units) DESC) < 0.05 AS is_key_value FROM price_sold, b
    WHERE day > as_of - 364 GROUP BY product_id
  ), rivals AS (
    SELECT product_id, median(price) AS price, count(*) AS rivals FROM (
      SELECT product_id, competitor, arg_max(price, observed_on) AS price FROM silver.competitor_prices, b
      WHERE in_stock AND match_quality >= 0.9 AND observed_on > as_of - 7 AND observed_on <= as_of GROUP BY ALL)
    GROUP BY product_id
  ), lowest AS (
    SELECT product_id, min(round(regular_price - round(regular_price * reduction, 2), 2)) AS price FROM price_offers, b
    WHERE day > as_of - 30 GROUP BY product_id
  ), held AS (
    SELECT product_id, sum(greatest(on_hand, 0)) AS units FROM silver.inventory_snapshots JOIN b ON snapshot_date = as_of
    GROUP BY product_id
  )
  SELECT p.product_id AS "productId", CAST(as_of AS VARCHAR) AS "asOf",
    CAST(100 * p.regular_price AS INTEGER) AS price, CAST(100 * p.unit_cost AS INTEGER) AS cost,
    CAST(round(100 * v.price) AS INTEGER) AS "competitorPrice", CAST(coalesce(rivals, 0) AS INTEGER) AS competitors,
    coalesce(is_key_value, false) AS "isKeyValue", CAST(coalesce(r.units, 0) AS INTEGER) AS "units28",
    CAST(100 * coalesce(paid, 0) AS DOUBLE) AS "netSales28", CAST(round(100 * l.price) AS INTEGER) AS "lowest30",
    CAST(coalesce(h.units, 0) AS INTEGER) AS "onHand"
  FROM silver.products AS p CROSS JOIN b
  LEFT JOIN recent AS r ON r.product_id = p.product_id LEFT JOIN year AS y ON y.product_id = p.product_id
  LEFT JOIN rivals AS v ON v.product_id = p.product_id LEFT JOIN lowest AS l ON l.product_id = p.product_id
  LEFT JOIN held AS h ON h.product_id = p.product_id
  WHERE p.is_current ORDER BY p.product_id`;

export const readPriceFacts = (bench: Bench): Promise<PriceFacts[]> =>
  bench.rows<{ [Name in keyof PriceFacts]: PriceFacts[Name] }>(FACTS);
