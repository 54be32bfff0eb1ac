SELECT
  r.store_id AS store_id,
  r.iso_weekday AS iso_weekday,
  r.opens_at AS opens_at,
  r.closes_at AS closes_at
FROM silver.trading_hours AS r
