SELECT
  c.business_date AS business_date,
  c.iso_weekday AS iso_weekday,
  c.fiscal_year AS fiscal_year,
  c.fiscal_period AS fiscal_period,
  c.fiscal_week AS fiscal_week,
  c.week_of_period AS week_of_period,
  c.fiscal_period_445 AS fiscal_period_445,
  c.fiscal_period_13 AS fiscal_period_13,
  c.restated_last_year AS restated_last_year,
  c.same_week_last_year AS same_week_last_year,
  c.holiday_gb AS holiday_gb,
  c.holiday_us AS holiday_us
FROM silver.calendar AS c
