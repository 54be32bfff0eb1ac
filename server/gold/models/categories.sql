SELECT
  r.category AS category,
  r.parent_category AS parent_category,
  r.level AS level
FROM silver.categories AS r
