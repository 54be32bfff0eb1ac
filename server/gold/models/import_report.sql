SELECT
  r.outcome AS outcome,
  r.precedence AS precedence,
  r.rule_text AS rule_text,
  r.row_count AS row_count,
  r.amount AS amount
FROM silver.imported_rows AS r
