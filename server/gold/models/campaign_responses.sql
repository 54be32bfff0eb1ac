WITH redeemed AS (
  SELECT r.campaign_id AS campaign_id, r.customer_id AS customer_id, COUNT(*) AS redemptions
  FROM silver.coupon_redemptions AS r
  GROUP BY r.campaign_id, r.customer_id
)
SELECT
  m.campaign_id AS campaign_id,
  ISNULL(c.home_store_id, '') AS store_id,
  CAST(COUNT(*) AS int) AS customers_mailed,
  CAST(COUNT(r.customer_id) AS int) AS customers_redeeming,
  CAST(SUM(ISNULL(r.redemptions, 0)) AS int) AS redemptions
FROM silver.campaign_customers AS m
LEFT JOIN silver.customers AS c ON c.customer_id = m.customer_id AND c.is_current = 1
LEFT JOIN redeemed AS r ON r.campaign_id = m.campaign_id AND r.customer_id = m.customer_id
GROUP BY m.campaign_id, ISNULL(c.home_store_id, '')
