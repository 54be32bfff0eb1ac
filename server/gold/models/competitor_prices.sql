SELECT
  r.product_id AS product_id,
  r.competitor AS competitor,
  r.observed_on AS observed_on,
  r.price AS price,
  r.match_quality AS match_quality,
  r.in_stock AS in_stock
FROM silver.competitor_prices AS r
