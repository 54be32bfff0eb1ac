SELECT
  q.table_name AS table_name,
  q.check_name AS check_name,
  q.kind AS kind,
  q.severity AS severity,
  q.outcome AS outcome,
  q.failures AS failures,
  q.detail AS detail
FROM silver.quality_checks AS q
