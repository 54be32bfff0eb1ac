SELECT
  r.promotion_id AS promotion_id,
  r.product_id AS product_id,
  r.from_date AS from_date,
  r.to_date AS to_date,
  r.reduction_rate AS reduction_rate
FROM silver.promotions AS r
