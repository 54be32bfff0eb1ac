WITH bought AS (
  SELECT
    l.customer_id AS customer_id,
    SUM(l.net_amount) AS net_sales,
    SUM(CASE WHEN l.line_type = 'return' THEN -l.net_amount ELSE 0 END) AS returned,
    COUNT(DISTINCT CASE WHEN l.line_type = 'sale' THEN CONCAT(l.store_id, '/', l.transaction_id) END) AS tickets,
    COUNT(DISTINCT CASE WHEN l.line_type = 'sale' AND l.channel = 'store'
      THEN CONCAT(l.store_id, '/', l.transaction_id) END) AS store_tickets,
    MAX(CASE WHEN l.line_type = 'sale' THEN l.business_date END) AS last_day
  FROM silver.transaction_lines AS l
  WHERE l.customer_id IS NOT NULL
  GROUP BY l.customer_id
), spend AS (
  SELECT l.customer_id AS customer_id, p.category AS category, SUM(l.net_amount) AS net_sales
  FROM silver.transaction_lines AS l
  JOIN silver.products AS p
    ON p.product_id = l.product_id AND p.valid_from <= l.business_date AND l.business_date < p.valid_to
  WHERE l.customer_id IS NOT NULL AND p.category IS NOT NULL
  GROUP BY l.customer_id, p.category
), ranked AS (
  SELECT s.customer_id AS customer_id, s.category AS category,
    ROW_NUMBER() OVER (PARTITION BY s.customer_id ORDER BY s.net_sales DESC, s.category) AS place
  FROM spend AS s
  WHERE s.net_sales > 0
), favourites AS (
  SELECT r.customer_id AS customer_id, STRING_AGG(r.category, ', ') WITHIN GROUP (ORDER BY r.place) AS categories
  FROM ranked AS r
  WHERE r.place <= 3
  GROUP BY r.customer_id
), points AS (
  SELECT e.customer_id AS customer_id, SUM(e.points) AS balance
  FROM silver.loyalty_events AS e
  GROUP BY e.customer_id
)
SELECT
  c.customer_key AS customer_key,
  c.home_store_id AS store_id,
  b.last_closed_date AS as_of_date,
  c.joined_on AS joined_on,
  c.loyalty_tier AS loyalty_tier,
  CAST(ISNULL(t.net_sales, 0) AS decimal(18,2)) AS net_sales,
  CAST(ISNULL(t.returned, 0) AS decimal(18,2)) AS returns,
  CAST(ISNULL(t.tickets, 0) AS int) AS transactions,
  CAST(ISNULL(t.store_tickets, 0) AS int) AS store_transactions,
  CAST(ISNULL(t.tickets, 0) - ISNULL(t.store_tickets, 0) AS int) AS online_transactions,
  t.last_day AS last_purchase_date,
  CAST(ISNULL(q.balance, 0) AS int) AS points_balance,
  CAST(f.categories AS nvarchar(400)) AS top_categories
FROM silver.customers AS c
CROSS JOIN silver.lake_builds AS b
LEFT JOIN bought AS t ON t.customer_id = c.customer_id
LEFT JOIN favourites AS f ON f.customer_id = c.customer_id
LEFT JOIN points AS q ON q.customer_id = c.customer_id
WHERE c.is_current = 1
