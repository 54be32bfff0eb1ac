/**
 * SQL on the bench from silver to what elasticities are estimated from: per product and week at one shelf price, the
 * units sold where the shelf was not empty, beside how much chance there was to sell them.
 */

/** Units that went out, by the store whose shelf they left; returns do not come off. */
const SOLD = `
  SELECT fulfilment_store_id AS store_id, product_id, business_date AS day, CAST(sum(quantity) AS DOUBLE) AS units
  FROM silver.transaction_lines WHERE line_type = 'sale' GROUP BY ALL`;

const TRADE = 'SELECT store_id, day, sum(units) AS units FROM price_sold GROUP BY ALL';

/** What a product was offered at on each day of trade, and how many of its kind were reduced beside it. */
const OFFERS = `
  WITH days AS (SELECT DISTINCT day FROM price_trade), offered AS (
    SELECT p.product_id, d.day, coalesce(p.category, '') AS category, coalesce(p.subcategory, p.product_id) AS kind,
      CAST(p.regular_price AS DOUBLE) AS regular_price, CAST(coalesce(max(q.reduction_rate), 0) AS DOUBLE) AS reduction
    FROM days AS d JOIN silver.products AS p ON p.valid_from <= d.day AND d.day < p.valid_to
    LEFT JOIN silver.promotions AS q ON q.product_id = p.product_id AND d.day BETWEEN q.from_date AND q.to_date
    WHERE p.regular_price > 0 GROUP BY ALL
  )
  SELECT *, count(*) FILTER (reduction > 0) OVER (PARTITION BY category, kind, day)
    - CASE WHEN reduction > 0 THEN 1 ELSE 0 END AS reduced_beside FROM offered`;

/** Units on hand before each day's sales, on the days on which stock moved. */
const shelvesSql = (isIn: string) => `
  SELECT store_id, product_id, day, sum(net) OVER (PARTITION BY store_id, product_id ORDER BY day) AS closing,
    sum(net) OVER (PARTITION BY store_id, product_id ORDER BY day) + sold AS available
  FROM (SELECT store_id, product_id, business_date AS day, sum(units) AS net,
    -coalesce(sum(units) FILTER (movement_type = 'sale'), 0) AS sold FROM silver.inventory_movements WHERE ${isIn} GROUP BY ALL)`;

/**
 * Each day of each product that a store holds. \`others\` is what else the store sold on that day: weather, weekdays and
 * holidays are in it. Where nobody counts stock, shelves are taken to be full.
 */
const cellsSql = (isIn: string) => `
  SELECT p.store_id, p.product_id, t.day, coalesce(s.units, 0) AS units, t.units - coalesce(s.units, 0) AS others,
    CASE WHEN h.day = t.day THEN h.available ELSE h.closing END AS available
  FROM (SELECT store_id, product_id, min(day) AS first_day FROM (SELECT store_id, product_id, day FROM price_sold WHERE ${isIn}
    UNION ALL SELECT store_id, product_id, day FROM price_shelves) GROUP BY ALL) AS p
  JOIN price_trade AS t ON t.store_id = p.store_id AND t.day >= p.first_day
  LEFT JOIN price_sold AS s ON s.store_id = p.store_id AND s.product_id = p.product_id AND s.day = t.day
  ASOF LEFT JOIN price_shelves AS h ON h.store_id = p.store_id AND h.product_id = p.product_id AND h.day <= t.day`;

/** A store's usual share of what it sells: its own taste for the product. */
const RATES = `
  SELECT store_id, product_id, sum(units) / sum(others) AS rate FROM price_cells
  WHERE coalesce(available, 1) > 0 GROUP BY ALL HAVING sum(others) > 0`;

/**
 * Days whose shelf held well more than such a day wants, so that what was sold is what was wanted. The choice looks at
 * the stock of the morning alone, never at the day's sales: it censors without bending the slope.
 */
const DEMAND = `
  SELECT o.product_id, o.category, CAST(date_trunc('week', c.day) AS DATE) AS week_from, o.regular_price, o.reduction,
    CAST(o.reduced_beside AS INTEGER) AS reduced_beside, sum(c.units) AS units, sum(r.rate * c.others) AS chance
  FROM price_cells AS c JOIN price_rates AS r ON r.store_id = c.store_id AND r.product_id = c.product_id
  JOIN price_offers AS o ON o.product_id = c.product_id AND o.day = c.day
  WHERE r.rate > 0 AND coalesce(c.available > 2 + 3 * r.rate * c.others, true)
  GROUP BY ALL HAVING sum(r.rate * c.others) > 0`;

/** The rivals' price against ours: the log of the median of matched prices in stock of the week to the regular price. */
const RIVALS = `
  SELECT product_id, CAST(date_trunc('week', observed_on) AS DATE) AS week_from,
    ln(median(CAST(price AS DOUBLE))) AS log_rival FROM silver.competitor_prices
  WHERE in_stock AND match_quality >= 0.9 AND price > 0 GROUP BY ALL`;

/** Temporary tables of all products, in the order they are made. */
export const DEMAND_TABLES: Readonly<Record<string, string>> = {
  price_sold: SOLD,
  price_trade: TRADE,
  price_offers: OFFERS,
  price_rivals: RIVALS,
};

/** Temporary tables of the products that `isIn` tells from others, made after those of all; the last is added to. */
export const demandOfSql = (isIn: string) => ({
  price_shelves: shelvesSql(isIn),
  price_cells: cellsSql(isIn),
  price_rates: RATES,
  price_demand: DEMAND,
});

/** Rows for the regressions, a product's together, in the order of time. */
export const DEMAND_ROWS = `
  SELECT d.product_id, d.category, CAST(d.week_from AS VARCHAR) AS week_from, d.regular_price, d.reduction,
    d.reduced_beside, d.units, d.chance, v.log_rival - ln(d.regular_price) AS rival_gap
  FROM price_demand AS d LEFT JOIN price_rivals AS v ON v.product_id = d.product_id AND v.week_from = d.week_from
  ORDER BY d.product_id, d.week_from, d.regular_price, d.reduction`;
