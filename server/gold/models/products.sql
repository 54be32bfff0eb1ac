SELECT
  p.product_id AS product_id,
  p.product_name AS product_name,
  p.category AS category,
  p.subcategory AS subcategory,
  p.supplier_id AS supplier_id,
  p.pack_size AS pack_size,
  p.unit_cost AS unit_cost,
  p.regular_price AS regular_price
FROM silver.products AS p
WHERE p.is_current = 1
