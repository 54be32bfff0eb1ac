WITH sold AS (
  SELECT
    l.business_date AS business_date,
    l.store_id AS store_id,
    SUM(CASE WHEN l.line_type = 'sale' THEN l.gross_amount ELSE 0 END) AS gross_sales,
    SUM(CASE WHEN l.line_type = 'sale' THEN l.discount_amount ELSE 0 END) AS discounts,
    SUM(CASE WHEN l.line_type = 'return' THEN -l.net_amount ELSE 0 END) AS returns,
    SUM(l.net_amount) AS net_sales,
    SUM(l.quantity) AS units,
    COUNT(DISTINCT CASE WHEN l.line_type = 'sale' THEN l.transaction_id END) AS transactions,
    CASE WHEN COUNT(*) = COUNT(l.cost_amount) THEN SUM(l.cost_amount) END AS cogs,
    SUM(CASE WHEN l.channel = 'store' THEN l.net_amount ELSE 0 END) AS counter_net_sales,
    SUM(CASE WHEN l.channel = 'store' THEN l.quantity ELSE 0 END) AS counter_units,
    COUNT(DISTINCT CASE WHEN l.channel = 'store' AND l.line_type = 'sale' THEN l.transaction_id END) AS counter_transactions
  FROM silver.transaction_lines AS l
  GROUP BY l.business_date, l.store_id
), missing AS (
  SELECT
    m.business_date AS business_date,
    m.store_id AS store_id,
    CASE WHEN COUNT(*) = COUNT(p.unit_cost) THEN SUM(-m.units * p.unit_cost) END AS cost
  FROM silver.inventory_movements AS m
  LEFT JOIN silver.products AS p
    ON p.product_id = m.product_id AND p.valid_from <= m.business_date AND m.business_date < p.valid_to
  WHERE m.movement_type IN ('count', 'adjustment')
  GROUP BY m.business_date, m.store_id
), kept AS (
  SELECT m.store_id AS store_id FROM silver.inventory_movements AS m GROUP BY m.store_id
), days AS (
  SELECT s.business_date AS business_date, s.store_id AS store_id FROM sold AS s
  UNION SELECT a.business_date AS business_date, a.store_id AS store_id FROM silver.store_activity AS a
  UNION SELECT t.business_date AS business_date, t.store_id AS store_id FROM silver.targets AS t
  UNION SELECT m.business_date AS business_date, m.store_id AS store_id FROM missing AS m
)
SELECT
  d.business_date AS business_date,
  d.store_id AS store_id,
  CAST(ISNULL(s.gross_sales, 0) AS decimal(18,2)) AS gross_sales,
  CAST(ISNULL(s.discounts, 0) AS decimal(18,2)) AS discounts,
  CAST(ISNULL(s.returns, 0) AS decimal(18,2)) AS returns,
  CAST(ISNULL(s.net_sales, 0) AS decimal(18,2)) AS net_sales,
  CAST(ISNULL(s.units, 0) AS int) AS units,
  CAST(ISNULL(s.transactions, 0) AS int) AS transactions,
  CAST(CASE WHEN s.store_id IS NULL THEN 0 ELSE s.cogs END AS decimal(18,2)) AS cogs,
  CAST(ISNULL(s.counter_net_sales, 0) AS decimal(18,2)) AS counter_net_sales,
  CAST(ISNULL(s.counter_units, 0) AS int) AS counter_units,
  CAST(ISNULL(s.counter_transactions, 0) AS int) AS counter_transactions,
  a.visits AS visits,
  a.labour_hours AS labour_hours,
  a.planned_hours AS planned_hours,
  a.labour_cost AS labour_cost,
  t.net_sales_target AS net_sales_target,
  CAST(CASE WHEN k.store_id IS NULL THEN NULL WHEN m.store_id IS NULL THEN 0 ELSE m.cost END AS decimal(18,2)) AS shrink_cost
FROM days AS d
LEFT JOIN sold AS s ON s.business_date = d.business_date AND s.store_id = d.store_id
LEFT JOIN silver.store_activity AS a ON a.business_date = d.business_date AND a.store_id = d.store_id
LEFT JOIN silver.targets AS t ON t.business_date = d.business_date AND t.store_id = d.store_id
LEFT JOIN missing AS m ON m.business_date = d.business_date AND m.store_id = d.store_id
LEFT JOIN kept AS k ON k.store_id = d.store_id
