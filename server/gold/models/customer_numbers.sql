SELECT
  c.customer_id AS loyalty_number,
  c.customer_key AS customer_key,
  c.home_store_id AS store_id
FROM silver.customers AS c
WHERE c.is_current = 1
