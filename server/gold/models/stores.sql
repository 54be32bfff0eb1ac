SELECT
  s.store_id AS store_id,
  s.store_name AS store_name,
  s.region AS region,
  s.country_code AS country_code,
  s.format AS format,
  s.opened_on AS opened_on,
  s.closed_on AS closed_on,
  s.remodel_from AS remodel_from,
  s.remodel_to AS remodel_to,
  s.selling_area_m2 AS selling_area_m2,
  s.time_zone AS time_zone
FROM silver.stores AS s
