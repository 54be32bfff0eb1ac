WITH came AS (
  SELECT
    r.order_number AS order_number,
    r.line_number AS line_number,
    SUM(r.received_units) AS received,
    SUM(CASE WHEN r.received_on <= o.promised_on THEN r.received_units ELSE 0 END) AS on_time,
    MAX(r.received_on) AS last_received
  FROM silver.receipts AS r
  JOIN silver.purchase_order_lines AS o ON o.order_number = r.order_number AND o.line_number = r.line_number
  CROSS JOIN silver.lake_builds AS b
  WHERE r.received_on <= b.last_closed_date
  GROUP BY r.order_number, r.line_number
)
SELECT
  o.order_number AS order_number,
  o.line_number AS line_number,
  o.supplier_id AS supplier_id,
  o.store_id AS store_id,
  o.product_id AS product_id,
  o.ordered_on AS ordered_on,
  o.promised_on AS promised_on,
  o.ordered_units AS ordered_units,
  CAST(ISNULL(c.on_time, 0) AS int) AS on_time_units,
  CAST(ISNULL(c.received, 0) AS int) AS received_units,
  c.last_received AS last_received_on,
  CAST(DATEDIFF(day, o.ordered_on, c.last_received) AS int) AS lead_days,
  CAST(CASE
    WHEN ISNULL(c.received, 0) >= o.ordered_units THEN 0
    WHEN o.closed_on <= b.last_closed_date THEN 0
    ELSE 1
  END AS bit) AS is_open,
  o.unit_cost AS unit_cost
FROM silver.purchase_order_lines AS o
CROSS JOIN silver.lake_builds AS b
LEFT JOIN came AS c ON c.order_number = o.order_number AND c.line_number = o.line_number
WHERE o.ordered_on IS NOT NULL AND o.promised_on IS NOT NULL AND o.unit_cost IS NOT NULL
