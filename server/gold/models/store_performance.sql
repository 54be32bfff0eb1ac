WITH weeks AS (
  SELECT c.fiscal_year AS fiscal_year, c.fiscal_week AS fiscal_week, MIN(c.business_date) AS week_from, MAX(c.business_date) AS week_to
  FROM silver.calendar AS c
  GROUP BY c.fiscal_year, c.fiscal_week
), periods AS (
  SELECT c.fiscal_year AS fiscal_year, c.fiscal_period AS fiscal_period, MIN(c.business_date) AS period_from, MAX(c.business_date) AS period_to
  FROM silver.calendar AS c
  GROUP BY c.fiscal_year, c.fiscal_period
), days AS (
  SELECT
  l.store_id AS store_id,
  l.business_date AS business_date,
  SUM(CASE WHEN l.line_type = 'sale' THEN l.gross_amount ELSE 0 END) AS gross_sales,
  SUM(CASE WHEN l.line_type = 'sale' THEN l.discount_amount ELSE 0 END) AS discounts,
  SUM(CASE WHEN l.line_type = 'return' THEN -l.net_amount ELSE 0 END) AS returns,
  SUM(l.net_amount) AS net_sales,
  SUM(l.quantity) AS units,
  CASE WHEN COUNT(*) = COUNT(l.cost_amount) THEN SUM(l.cost_amount) END AS cogs,
  COUNT(DISTINCT CASE WHEN l.line_type = 'sale' THEN l.transaction_id END) AS transactions
  FROM silver.transaction_lines AS l
  GROUP BY l.store_id, l.business_date
), sold AS (
  SELECT
  d.store_id AS store_id,
  w.week_from AS week_from,
  MIN(w.fiscal_year) AS fiscal_year,
  MIN(w.fiscal_week) AS fiscal_week,
  MAX(w.week_to) AS week_to,
  COUNT(*) AS trading_days,
  CAST(SUM(d.gross_sales) AS decimal(18,2)) AS gross_sales,
  CAST(SUM(d.discounts) AS decimal(18,2)) AS discounts,
  CAST(SUM(d.returns) AS decimal(18,2)) AS returns,
  CAST(SUM(d.net_sales) AS decimal(18,2)) AS net_sales,
  CAST(SUM(d.units) AS int) AS units,
  CAST(CASE WHEN COUNT(*) = COUNT(d.cogs) THEN SUM(d.cogs) END AS decimal(18,2)) AS cogs,
  SUM(d.transactions) AS transactions
  FROM days AS d
  JOIN weeks AS w ON d.business_date BETWEEN w.week_from AND w.week_to
  GROUP BY d.store_id, w.week_from
), worked AS (
  SELECT a.store_id AS store_id, w.week_from AS week_from, SUM(a.visits) AS visits,
    SUM(a.labour_hours) AS labour_hours, SUM(a.labour_cost) AS labour_cost
  FROM silver.store_activity AS a
  JOIN weeks AS w ON a.business_date BETWEEN w.week_from AND w.week_to
  GROUP BY a.store_id, w.week_from
), asked AS (
  SELECT t.store_id AS store_id, w.week_from AS week_from, SUM(t.net_sales_target) AS target
  FROM silver.targets AS t
  JOIN weeks AS w ON t.business_date BETWEEN w.week_from AND w.week_to
  GROUP BY t.store_id, w.week_from
), aged AS (
  SELECT s.store_id AS store_id, s.week_from AS week_from, COUNT(p.period_from) AS full_periods
  FROM sold AS s
  JOIN silver.stores AS i ON i.store_id = s.store_id
  LEFT JOIN periods AS p ON p.period_to < s.week_from AND (i.opened_on IS NULL OR p.period_from >= i.opened_on)
  GROUP BY s.store_id, s.week_from
)
SELECT
  s.store_id AS store_id,
  s.fiscal_year AS fiscal_year,
  s.fiscal_week AS fiscal_week,
  s.week_from AS week_from,
  CAST(s.trading_days AS int) AS trading_days,
  s.gross_sales AS gross_sales,
  s.discounts AS discounts,
  s.returns AS returns,
  s.net_sales AS net_sales,
  s.units AS units,
  s.cogs AS cogs,
  CAST(s.transactions AS int) AS transactions,
  CAST(a.visits AS int) AS visits,
  CAST(a.labour_hours AS decimal(18,2)) AS labour_hours,
  CAST(a.labour_cost AS decimal(18,2)) AS labour_cost,
  CAST(t.target AS decimal(18,2)) AS net_sales_target,
  y.net_sales AS net_sales_last_year,
  CAST(CASE
    WHEN g.full_periods < 13 THEN 0
    WHEN i.closed_on <= s.week_to THEN 0
    WHEN i.remodel_from <= s.week_to AND i.remodel_to >= s.week_from THEN 0
    WHEN i.remodel_from <= DATEADD(day, -364, s.week_to) AND i.remodel_to >= DATEADD(day, -364, s.week_from) THEN 0
    ELSE 1
  END AS bit) AS is_comp
FROM sold AS s
JOIN silver.stores AS i ON i.store_id = s.store_id
JOIN aged AS g ON g.store_id = s.store_id AND g.week_from = s.week_from
LEFT JOIN worked AS a ON a.store_id = s.store_id AND a.week_from = s.week_from
LEFT JOIN asked AS t ON t.store_id = s.store_id AND t.week_from = s.week_from
LEFT JOIN sold AS y ON y.store_id = s.store_id AND y.week_from = DATEADD(day, -364, s.week_from)
