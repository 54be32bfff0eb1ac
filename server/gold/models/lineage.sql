SELECT
  i.bronze_table AS bronze_table,
  i.source_file AS source_file,
  i.content_hash AS content_hash,
  i.row_count AS row_count,
  i.loaded_at AS loaded_at,
  i.loaded_by AS loaded_by,
  i.recipe AS recipe
FROM silver.lake_inputs AS i
