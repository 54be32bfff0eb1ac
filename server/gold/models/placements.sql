SELECT
  l.store_id AS store_id,
  l.product_id AS product_id,
  l.from_date AS from_date,
  l.to_date AS to_date,
  l.mailer_location AS mailer_location,
  l.display_location AS display_location
FROM silver.placements AS l
