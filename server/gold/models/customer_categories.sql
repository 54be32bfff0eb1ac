WITH bought AS (
  SELECT
    l.customer_id AS customer_id,
    ISNULL(p.category, 'Not categorised') AS category,
    SUM(l.quantity) AS units,
    SUM(l.net_amount) AS net_sales,
    MAX(CASE WHEN l.line_type = 'sale' THEN l.business_date END) AS last_day
  FROM silver.transaction_lines AS l
  LEFT JOIN silver.products AS p
    ON p.product_id = l.product_id AND p.valid_from <= l.business_date AND l.business_date < p.valid_to
  WHERE l.customer_id IS NOT NULL
  GROUP BY l.customer_id, ISNULL(p.category, 'Not categorised')
)
SELECT
  c.customer_key AS customer_key,
  c.home_store_id AS store_id,
  b.category AS category,
  CAST(b.units AS int) AS units,
  CAST(b.net_sales AS decimal(18,2)) AS net_sales,
  b.last_day AS last_purchase_date
FROM bought AS b
JOIN silver.customers AS c ON c.customer_id = b.customer_id AND c.is_current = 1
