SELECT
  c.customer_key AS customer_key,
  c.home_store_id AS store_id,
  CAST(CASE WHEN k.full_name IS NOT NULL THEN CONCAT(LEFT(k.full_name, 1), '***') END AS nvarchar(16)) AS full_name_mask,
  CAST(CASE WHEN k.email IS NOT NULL THEN CONCAT(LEFT(k.email, 1), '***@***') END AS nvarchar(16)) AS email_mask,
  CAST(CASE WHEN k.phone IS NOT NULL THEN CONCAT('*** ', RIGHT(k.phone, 2)) END AS nvarchar(16)) AS phone_mask,
  k.email_hash AS email_hash
FROM silver.customer_contacts AS k
JOIN silver.customers AS c ON c.customer_id = k.customer_id AND c.is_current = 1
