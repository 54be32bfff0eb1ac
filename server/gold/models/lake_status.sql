SELECT
  b.build_id AS build_id,
  b.source_name AS source_name,
  b.last_closed_date AS last_closed_date,
  b.first_date AS first_date,
  b.currency AS currency,
  b.time_zone AS time_zone,
  b.loaded_at AS loaded_at
FROM silver.lake_builds AS b
