SELECT
  l.store_id AS store_id,
  l.product_id AS product_id,
  c.fiscal_year AS fiscal_year,
  c.fiscal_week AS fiscal_week,
  CAST(SUM(CASE WHEN l.line_type = 'sale' THEN l.gross_amount ELSE 0 END) AS decimal(18,2)) AS gross_sales,
  CAST(SUM(CASE WHEN l.line_type = 'sale' THEN l.discount_amount ELSE 0 END) AS decimal(18,2)) AS discounts,
  CAST(SUM(CASE WHEN l.line_type = 'return' THEN -l.net_amount ELSE 0 END) AS decimal(18,2)) AS returns,
  CAST(SUM(l.net_amount) AS decimal(18,2)) AS net_sales,
  CAST(SUM(l.quantity) AS int) AS units,
  CAST(CASE WHEN COUNT(*) = COUNT(l.cost_amount) THEN SUM(l.cost_amount) END AS decimal(18,2)) AS cogs,
  CAST(COUNT(DISTINCT l.business_date) AS int) AS selling_days
FROM silver.transaction_lines AS l
JOIN silver.calendar AS c ON c.business_date = l.business_date
GROUP BY l.store_id, l.product_id, c.fiscal_year, c.fiscal_week
