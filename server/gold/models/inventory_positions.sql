WITH closing AS (
  SELECT s.store_id AS store_id, s.product_id AS product_id, s.on_hand AS on_hand, s.reorder_level AS reorder_level,
    b.last_closed_date AS as_of_day
  FROM silver.inventory_snapshots AS s
  JOIN silver.lake_builds AS b ON b.last_closed_date = s.snapshot_date
), stocked AS (
  SELECT s.store_id AS store_id, s.product_id AS product_id, COUNT(*) AS days
  FROM silver.inventory_snapshots AS s
  CROSS JOIN silver.lake_builds AS b
  WHERE s.on_hand > 0 AND s.snapshot_date > DATEADD(day, -28, b.last_closed_date)
  GROUP BY s.store_id, s.product_id
), moved AS (
  SELECT
    m.store_id AS store_id,
    m.product_id AS product_id,
    SUM(CASE WHEN m.movement_type = 'sale' AND m.business_date > DATEADD(day, -28, b.last_closed_date)
      THEN -m.units ELSE 0 END) AS sold,
    MAX(CASE WHEN m.movement_type = 'sale' THEN m.business_date END) AS last_sold,
    MAX(CASE WHEN m.movement_type = 'receipt' THEN m.business_date END) AS last_received
  FROM silver.inventory_movements AS m
  CROSS JOIN silver.lake_builds AS b
  GROUP BY m.store_id, m.product_id
), received AS (
  SELECT r.order_number AS order_number, r.line_number AS line_number, SUM(r.received_units) AS units
  FROM silver.receipts AS r
  GROUP BY r.order_number, r.line_number
), coming AS (
  SELECT o.store_id AS store_id, o.product_id AS product_id, SUM(o.ordered_units - ISNULL(r.units, 0)) AS units
  FROM silver.purchase_order_lines AS o
  CROSS JOIN silver.lake_builds AS b
  LEFT JOIN received AS r ON r.order_number = o.order_number AND r.line_number = o.line_number
  WHERE o.closed_on IS NULL OR o.closed_on > b.last_closed_date
  GROUP BY o.store_id, o.product_id
), sent AS (
  SELECT t.to_store_id AS store_id, t.product_id AS product_id, SUM(t.units) AS units
  FROM silver.transfers AS t
  CROSS JOIN silver.lake_builds AS b
  WHERE t.shipped_on <= b.last_closed_date AND (t.received_on IS NULL OR t.received_on > b.last_closed_date)
  GROUP BY t.to_store_id, t.product_id
), kept AS (
  SELECT v.store_id AS store_id, v.product_id AS product_id, SUM(v.units) AS units
  FROM silver.reservations AS v
  CROSS JOIN silver.lake_builds AS b
  WHERE v.reserved_on <= b.last_closed_date AND (v.released_on IS NULL OR v.released_on > b.last_closed_date)
  GROUP BY v.store_id, v.product_id
)
SELECT
  c.store_id AS store_id,
  c.product_id AS product_id,
  c.as_of_day AS as_of_date,
  c.on_hand AS on_hand,
  CAST(ISNULL(o.units, 0) AS int) AS on_order,
  CAST(ISNULL(t.units, 0) AS int) AS in_transit,
  CAST(ISNULL(v.units, 0) AS int) AS reserved,
  CAST(c.on_hand - ISNULL(v.units, 0) AS int) AS available_to_sell,
  CAST(c.on_hand + ISNULL(o.units, 0) + ISNULL(t.units, 0) - ISNULL(v.units, 0) AS int) AS inventory_position,
  c.reorder_level AS reorder_level,
  CAST(ISNULL(m.sold, 0) AS int) AS units_sold_28_days,
  CAST(ISNULL(s.days, 0) AS int) AS days_in_stock_28_days,
  m.last_sold AS last_sold_date,
  m.last_received AS last_received_date,
  p.unit_cost AS unit_cost
FROM closing AS c
LEFT JOIN stocked AS s ON s.store_id = c.store_id AND s.product_id = c.product_id
LEFT JOIN moved AS m ON m.store_id = c.store_id AND m.product_id = c.product_id
LEFT JOIN coming AS o ON o.store_id = c.store_id AND o.product_id = c.product_id
LEFT JOIN sent AS t ON t.store_id = c.store_id AND t.product_id = c.product_id
LEFT JOIN kept AS v ON v.store_id = c.store_id AND v.product_id = c.product_id
LEFT JOIN silver.products AS p ON p.product_id = c.product_id AND p.is_current = 1
