SELECT
  s.snapshot_date AS snapshot_date,
  s.store_id AS store_id,
  CAST(CASE
    WHEN MIN(i.opened_on) > s.snapshot_date THEN 0
    WHEN MIN(i.closed_on) <= s.snapshot_date THEN 0
    WHEN MIN(i.remodel_from) <= s.snapshot_date AND MIN(i.remodel_to) >= s.snapshot_date THEN 0
    ELSE 1
  END AS bit) AS is_trading,
  CAST(COUNT(*) AS int) AS ranged_products,
  CAST(SUM(CASE WHEN s.on_hand > 0 THEN 1 ELSE 0 END) AS int) AS products_in_stock,
  CAST(SUM(CASE WHEN s.on_hand > 0 THEN s.on_hand ELSE 0 END) AS int) AS on_hand,
  CAST(CASE WHEN COUNT(*) = COUNT(p.unit_cost) THEN SUM(CASE WHEN s.on_hand > 0 THEN s.on_hand ELSE 0 END * p.unit_cost) END AS decimal(18,2)) AS value_at_cost
FROM silver.inventory_snapshots AS s
JOIN silver.stores AS i ON i.store_id = s.store_id
LEFT JOIN silver.products AS p
  ON p.product_id = s.product_id AND p.valid_from <= s.snapshot_date AND s.snapshot_date < p.valid_to
GROUP BY s.snapshot_date, s.store_id
