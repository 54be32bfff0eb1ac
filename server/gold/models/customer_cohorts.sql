WITH bought AS (
  SELECT
    l.customer_id AS customer_id,
    d.fiscal_year AS fiscal_year,
    d.fiscal_period AS fiscal_period,
    d.fiscal_year * 12 + d.fiscal_period AS period,
    MAX(CASE WHEN l.line_type = 'sale' THEN 1 ELSE 0 END) AS sales,
    SUM(l.net_amount) AS net_sales
  FROM silver.transaction_lines AS l
  JOIN silver.calendar AS d ON d.business_date = l.business_date
  WHERE l.customer_id IS NOT NULL
  GROUP BY l.customer_id, d.fiscal_year, d.fiscal_period
), closed AS (
  SELECT d.fiscal_year * 12 + d.fiscal_period AS period
  FROM silver.calendar AS d
  CROSS JOIN silver.lake_builds AS b
  GROUP BY d.fiscal_year * 12 + d.fiscal_period
  HAVING MAX(d.business_date) <= MIN(b.last_closed_date) AND MAX(d.business_date) >= MIN(b.first_date)
), firsts AS (
  SELECT b.customer_id AS customer_id, MIN(b.period) AS period
  FROM bought AS b
  WHERE b.sales = 1
  GROUP BY b.customer_id
), members AS (
  SELECT f.customer_id AS customer_id, f.period AS period, ISNULL(c.home_store_id, '') AS store_id
  FROM firsts AS f
  JOIN silver.customers AS c ON c.customer_id = f.customer_id AND c.is_current = 1
), cohorts AS (
  SELECT m.store_id AS store_id, m.period AS period, COUNT(*) AS customers
  FROM members AS m
  GROUP BY m.store_id, m.period
), later AS (
  SELECT m.store_id AS store_id, m.period AS period, b.period AS bought_in,
    SUM(b.sales) AS active, SUM(b.net_sales) AS net_sales
  FROM members AS m
  JOIN bought AS b ON b.customer_id = m.customer_id AND b.period >= m.period
  GROUP BY m.store_id, m.period, b.period
)
SELECT
  k.store_id AS store_id,
  CAST((k.period - 1) / 12 AS int) AS first_fiscal_year,
  CAST((k.period - 1) % 12 + 1 AS int) AS first_fiscal_period,
  CAST(p.period - k.period AS int) AS periods_since,
  CAST(k.customers AS int) AS customers,
  CAST(ISNULL(a.active, 0) AS int) AS active,
  CAST(ISNULL(a.net_sales, 0) AS decimal(18,2)) AS net_sales
FROM cohorts AS k
JOIN closed AS p ON p.period >= k.period
LEFT JOIN later AS a ON a.store_id = k.store_id AND a.period = k.period AND a.bought_in = p.period
