WITH purchases AS (
  SELECT
    c.customer_key AS customer_key,
    MIN(c.home_store_id) AS home_store,
    MIN(b.last_closed_date) AS as_of_day,
    MIN(CASE WHEN l.line_type = 'sale' THEN l.business_date END) AS first_day,
    MAX(CASE WHEN l.line_type = 'sale' THEN l.business_date END) AS last_day,
    COUNT(DISTINCT CASE WHEN l.line_type = 'sale' THEN l.business_date END) AS days,
    COUNT(DISTINCT CASE WHEN l.line_type = 'sale' AND l.business_date > DATEADD(day, -364, b.last_closed_date)
      THEN CONCAT(l.store_id, '/', l.transaction_id) END) AS recent_tickets,
    SUM(CASE WHEN l.business_date > DATEADD(day, -364, b.last_closed_date) THEN l.net_amount ELSE 0 END) AS recent_sales,
    SUM(CASE WHEN l.business_date > DATEADD(day, -364, b.last_closed_date) THEN l.cost_amount ELSE 0 END) AS recent_cost,
    COUNT(CASE WHEN l.business_date > DATEADD(day, -364, b.last_closed_date) AND l.cost_amount IS NULL THEN 1 END) AS uncosted
  FROM silver.transaction_lines AS l
  JOIN silver.customers AS c ON c.customer_id = l.customer_id AND c.is_current = 1
  CROSS JOIN silver.lake_builds AS b
  GROUP BY c.customer_key
)
SELECT
  p.customer_key AS customer_key,
  p.home_store AS store_id,
  p.as_of_day AS as_of_date,
  p.first_day AS first_purchase_date,
  p.last_day AS last_purchase_date,
  DATEDIFF(day, p.last_day, p.as_of_day) AS recency_days,
  CAST(p.days AS int) AS purchase_days,
  CAST(p.recent_tickets AS int) AS frequency_364_days,
  CAST(p.recent_sales AS decimal(18,2)) AS net_sales_364_days,
  CAST(CASE WHEN p.uncosted = 0 THEN p.recent_sales - p.recent_cost END AS decimal(18,2)) AS gross_margin_364_days
FROM purchases AS p
WHERE p.last_day IS NOT NULL
