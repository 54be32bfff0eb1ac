WITH versions AS (
  SELECT
    v.customer_id AS customer_id,
    v.joined_on AS joined_on,
    v.valid_from AS valid_from,
    v.loyalty_tier AS tier,
    v.home_store_id AS home_store,
    LAG(v.loyalty_tier) OVER (PARTITION BY v.customer_id ORDER BY v.valid_from) AS tier_before,
    LAG(v.home_store_id) OVER (PARTITION BY v.customer_id ORDER BY v.valid_from) AS store_before
  FROM silver.customers AS v
), happened AS (
  SELECT v.customer_id AS customer_id, v.joined_on AS event_date, CAST('joined' AS varchar(16)) AS kind,
    CAST(NULL AS varchar(16)) AS detail, CAST(NULL AS int) AS points
  FROM silver.customers AS v
  WHERE v.is_current = 1
  UNION ALL
  SELECT v.customer_id AS customer_id, v.valid_from AS event_date, CAST('tier' AS varchar(16)) AS kind,
    CAST(v.tier AS varchar(16)) AS detail, CAST(NULL AS int) AS points
  FROM versions AS v
  WHERE v.tier_before <> v.tier
  UNION ALL
  SELECT v.customer_id AS customer_id, v.valid_from AS event_date, CAST('moved' AS varchar(16)) AS kind,
    CAST(v.home_store AS varchar(16)) AS detail, CAST(NULL AS int) AS points
  FROM versions AS v
  WHERE v.store_before <> v.home_store
  UNION ALL
  SELECT e.customer_id AS customer_id, CAST(e.event_time AS date) AS event_date, CAST('redeemed' AS varchar(16)) AS kind,
    CAST(NULL AS varchar(16)) AS detail, CAST(SUM(-e.points) AS int) AS points
  FROM silver.loyalty_events AS e
  WHERE e.event_type = 'redeem'
  GROUP BY e.customer_id, CAST(e.event_time AS date)
)
SELECT
  c.customer_key AS customer_key,
  c.home_store_id AS store_id,
  h.event_date AS event_date,
  h.kind AS kind,
  h.detail AS detail,
  h.points AS points
FROM happened AS h
JOIN silver.customers AS c ON c.customer_id = h.customer_id AND c.is_current = 1
