WITH everybody AS (
  SELECT m.campaign_id AS campaign_id, m.customer_id AS customer_id, 1 AS mailed, 0 AS redeemed
  FROM silver.campaign_customers AS m
  UNION ALL
  SELECT r.campaign_id AS campaign_id, r.customer_id AS customer_id, 0 AS mailed, 1 AS redeemed
  FROM silver.coupon_redemptions AS r
), each_one AS (
  SELECT e.campaign_id AS campaign_id, e.customer_id AS customer_id, MAX(e.mailed) AS mailed, SUM(e.redeemed) AS redemptions
  FROM everybody AS e
  GROUP BY e.campaign_id, e.customer_id
)
SELECT
  e.campaign_id AS campaign_id,
  ISNULL(c.home_store_id, '') AS store_id,
  CAST(SUM(e.mailed) AS int) AS customers_mailed,
  CAST(SUM(CASE WHEN e.redemptions > 0 THEN 1 ELSE 0 END) AS int) AS customers_redeeming,
  CAST(SUM(e.redemptions) AS int) AS redemptions
FROM each_one AS e
LEFT JOIN silver.customers AS c ON c.customer_id = e.customer_id AND c.is_current = 1
GROUP BY e.campaign_id, ISNULL(c.home_store_id, '')
