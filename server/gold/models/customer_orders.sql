WITH tickets AS (
  SELECT
    l.customer_id AS customer_id,
    l.business_date AS business_date,
    l.store_id AS store_id,
    l.transaction_id AS transaction_id,
    MIN(l.event_time) AS event_time,
    MIN(l.channel) AS channel,
    MAX(CASE WHEN l.line_type = 'sale' THEN 1 ELSE 0 END) AS sales,
    SUM(l.quantity) AS units,
    SUM(l.net_amount) AS net_sales,
    SUM(CASE WHEN l.line_type = 'return' THEN -l.net_amount ELSE 0 END) AS returned
  FROM silver.transaction_lines AS l
  WHERE l.customer_id IS NOT NULL
  GROUP BY l.customer_id, l.business_date, l.store_id, l.transaction_id
)
SELECT
  c.customer_key AS customer_key,
  c.home_store_id AS store_id,
  t.business_date AS business_date,
  t.event_time AS event_time,
  t.store_id AS selling_store_id,
  t.transaction_id AS transaction_id,
  t.channel AS channel,
  CAST(t.sales AS bit) AS is_sale,
  CAST(t.units AS int) AS units,
  CAST(t.net_sales AS decimal(18,2)) AS net_sales,
  CAST(t.returned AS decimal(18,2)) AS returns
FROM tickets AS t
JOIN silver.customers AS c ON c.customer_id = t.customer_id AND c.is_current = 1
