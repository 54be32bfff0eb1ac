SELECT s.store_id AS store_id, s.store_name AS store_name, s.region AS region, s.format AS format
FROM silver.stores AS s
