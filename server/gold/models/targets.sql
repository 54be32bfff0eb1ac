SELECT
  r.business_date AS business_date,
  r.store_id AS store_id,
  r.net_sales_target AS net_sales_target
FROM silver.targets AS r
