SELECT
  r.product_id AS product_id,
  r.valid_from AS valid_from,
  r.valid_to AS valid_to,
  r.regular_price AS regular_price,
  r.unit_cost AS unit_cost
FROM silver.products AS r
WHERE r.regular_price IS NOT NULL
