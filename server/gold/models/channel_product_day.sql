SELECT
  l.business_date AS business_date,
  l.store_id AS store_id,
  l.channel AS channel,
  l.product_id AS product_id,
  CAST(SUM(CASE WHEN l.line_type = 'sale' THEN l.gross_amount ELSE 0 END) AS decimal(18,2)) AS gross_sales,
  CAST(SUM(CASE WHEN l.line_type = 'sale' THEN l.discount_amount ELSE 0 END) AS decimal(18,2)) AS discounts,
  CAST(SUM(CASE WHEN l.line_type = 'return' THEN -l.net_amount ELSE 0 END) AS decimal(18,2)) AS returns,
  CAST(SUM(l.net_amount) AS decimal(18,2)) AS net_sales,
  CAST(SUM(l.quantity) AS int) AS units
FROM silver.transaction_lines AS l
GROUP BY l.business_date, l.store_id, l.channel, l.product_id
