SELECT
  c.customer_key AS customer_key,
  c.home_store_id AS store_id,
  k.full_name AS full_name,
  k.email AS email,
  k.phone AS phone
FROM silver.customer_contacts AS k
JOIN silver.customers AS c ON c.customer_id = k.customer_id AND c.is_current = 1
