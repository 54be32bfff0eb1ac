WITH printed AS (
  SELECT
    k.campaign_id AS campaign_id,
    COUNT(DISTINCT k.coupon_id) AS coupons,
    COUNT(DISTINCT k.product_id) AS products
  FROM silver.coupons AS k
  GROUP BY k.campaign_id
)
SELECT
  c.campaign_id AS campaign_id,
  c.campaign_type AS campaign_type,
  c.from_date AS from_date,
  c.to_date AS to_date,
  CAST(ISNULL(p.coupons, 0) AS int) AS coupons,
  CAST(ISNULL(p.products, 0) AS int) AS products
FROM silver.coupon_campaigns AS c
LEFT JOIN printed AS p ON p.campaign_id = c.campaign_id
