SELECT
  c.business_date AS business_date,
  s.store_id AS store_id,
  CAST(CASE
    WHEN s.opened_on > c.business_date OR s.closed_on <= c.business_date THEN 0
    WHEN s.remodel_from <= c.business_date AND s.remodel_to >= c.business_date THEN 0
    WHEN x.store_id IS NOT NULL THEN 0
    WHEN k.store_id IS NOT NULL AND h.store_id IS NULL THEN 0
    ELSE 1
  END AS bit) AS is_open,
  CASE s.country_code WHEN 'GB' THEN c.holiday_gb WHEN 'US' THEN c.holiday_us END AS public_holiday,
  w.temperature_max_c AS temperature_max_c,
  w.precipitation_mm AS precipitation_mm,
  w.is_forecast AS is_weather_forecast
FROM silver.calendar AS c
JOIN silver.lake_builds AS b
  ON c.business_date >= b.first_date AND c.business_date <= DATEADD(day, 91, b.last_closed_date)
CROSS JOIN silver.stores AS s
LEFT JOIN silver.closing_days AS x ON x.store_id = s.store_id AND x.business_date = c.business_date
LEFT JOIN silver.trading_hours AS h ON h.store_id = s.store_id AND h.iso_weekday = c.iso_weekday
LEFT JOIN (SELECT t.store_id AS store_id FROM silver.trading_hours AS t GROUP BY t.store_id) AS k ON k.store_id = s.store_id
LEFT JOIN silver.weather AS w ON w.store_id = s.store_id AND w.business_date = c.business_date
