SELECT
  l.business_date AS business_date,
  l.store_id AS store_id,
  DATEDIFF(hour, CAST(l.business_date AS datetime2(3)), l.event_time) AS hour_of_day,
  CAST(SUM(l.net_amount) AS decimal(18,2)) AS net_sales,
  CAST(SUM(l.quantity) AS int) AS units,
  CAST(COUNT(DISTINCT CASE WHEN l.line_type = 'sale' THEN l.transaction_id END) AS int) AS transactions
FROM silver.transaction_lines AS l
GROUP BY l.business_date, l.store_id, DATEDIFF(hour, CAST(l.business_date AS datetime2(3)), l.event_time)
