SELECT p.product_id AS product_id, p.product_name AS product_name, p.category AS category
FROM silver.products AS p
