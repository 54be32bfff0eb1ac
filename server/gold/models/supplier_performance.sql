WITH due AS (
  SELECT
    o.supplier_id AS supplier_id,
    o.order_number AS order_number,
    o.line_number AS line_number,
    MIN(o.ordered_on) AS ordered_on,
    MIN(o.ordered_units) AS ordered,
    SUM(CASE WHEN r.received_on <= o.promised_on THEN r.received_units ELSE 0 END) AS on_time,
    SUM(ISNULL(r.received_units, 0)) AS received,
    MAX(r.received_on) AS last_received
  FROM silver.purchase_order_lines AS o
  CROSS JOIN silver.lake_builds AS b
  LEFT JOIN silver.receipts AS r ON r.order_number = o.order_number AND r.line_number = o.line_number
  WHERE o.promised_on > DATEADD(day, -91, b.last_closed_date) AND o.promised_on <= b.last_closed_date
  GROUP BY o.supplier_id, o.order_number, o.line_number
), timed AS (
  SELECT
    d.supplier_id AS supplier_id,
    CAST(DATEDIFF(day, d.ordered_on, d.last_received) AS decimal(18,4)) AS days,
    ROW_NUMBER() OVER (PARTITION BY d.supplier_id ORDER BY DATEDIFF(day, d.ordered_on, d.last_received), d.order_number, d.line_number) AS place,
    COUNT(*) OVER (PARTITION BY d.supplier_id) AS timed_lines
  FROM due AS d
  WHERE d.last_received IS NOT NULL
), lead AS (
  SELECT
    t.supplier_id AS supplier_id,
    COUNT(*) AS lines,
    AVG(t.days) AS mean_days,
    AVG(t.days * t.days) AS mean_square,
    MIN(CASE WHEN t.place * 10 >= t.timed_lines * 9 THEN t.days END) AS p90
  FROM timed AS t
  GROUP BY t.supplier_id
), served AS (
  SELECT
    d.supplier_id AS supplier_id,
    COUNT(*) AS lines,
    SUM(CASE WHEN d.on_time >= d.ordered THEN 1 ELSE 0 END) AS otif_lines,
    SUM(d.ordered) AS ordered,
    SUM(d.on_time) AS on_time,
    SUM(d.received) AS received
  FROM due AS d
  GROUP BY d.supplier_id
)
SELECT
  v.supplier_id AS supplier_id,
  v.supplier_name AS supplier_name,
  CAST(DATEADD(day, -90, b.last_closed_date) AS date) AS window_from,
  b.last_closed_date AS window_to,
  CAST(s.lines AS int) AS lines_due,
  CAST(s.otif_lines AS int) AS lines_on_time_in_full,
  CAST(s.ordered AS int) AS ordered_units,
  CAST(s.on_time AS int) AS units_on_time,
  CAST(s.received AS int) AS received_units,
  v.lead_time_days AS agreed_lead_time_days,
  CAST(ISNULL(t.lines, 0) AS int) AS lines_received,
  CAST(t.mean_days AS decimal(18,4)) AS lead_time_mean,
  CAST(t.mean_square - t.mean_days * t.mean_days AS decimal(18,4)) AS lead_time_variance,
  CAST(t.p90 AS int) AS lead_time_p90
FROM silver.suppliers AS v
CROSS JOIN silver.lake_builds AS b
JOIN served AS s ON s.supplier_id = v.supplier_id
LEFT JOIN lead AS t ON t.supplier_id = v.supplier_id
