import type { Source } from '../source.ts';

/** Versions of what head office keeps: a version holds until the next one begins. */
export const PRODUCTS = `
  SELECT item_code AS product_id, item_name AS product_name, category, subcategory, supplier_code AS supplier_id,
    pack_size, regular_price, unit_cost, CAST(valid_from AS DATE) AS valid_from, CAST(valid_to AS DATE) AS valid_to
  FROM bronze.product_list JOIN bronze.price_list USING (item_code)`;

export const STORES = `
  SELECT store_code AS store_id, store_name, region, 'GB' AS country_code, format, opened_on, closed_on, remodel_from, remodel_to,
    square_metres AS selling_area_m2, 'Europe/London' AS time_zone
  FROM bronze.store_list`;

/** Sales and returns move stock as the counted lines say; the rest is what the stock system recorded. */
const MOVEMENTS = `
  SELECT CAST(day AS DATE) AS business_date, store_code AS store_id, item_code AS product_id, kind AS movement_type,
    reference, CAST(sum(CAST(units AS INTEGER)) AS INTEGER) AS units
  FROM bronze.stock_events GROUP BY ALL
  UNION ALL
  SELECT business_date, fulfilment_store_id, product_id, line_type, '', CAST(-sum(quantity) AS INTEGER)
  FROM silver.transaction_lines GROUP BY ALL`;

/** Stock at the close of a day is all that moved up to it. */
const SNAPSHOTS = `
  WITH moved AS (
    SELECT store_id, product_id, business_date, sum(sum(units)) OVER (PARTITION BY store_id, product_id
      ORDER BY business_date ROWS UNBOUNDED PRECEDING) AS on_hand
    FROM silver.inventory_movements GROUP BY store_id, product_id, business_date
  ), closes AS (
    SELECT CAST(day AS DATE) AS snapshot_date FROM (SELECT min(business_date) AS first, max(business_date) AS last
      FROM silver.transaction_lines), range(first, last + INTERVAL 1 DAY, INTERVAL 1 DAY) AS d(day)
    WHERE day > last - 35 OR isodow(day) = 6
  )
  SELECT snapshot_date, m.store_id, m.product_id, m.on_hand
  FROM (SELECT DISTINCT store_id, product_id FROM moved) AS p CROSS JOIN closes
  ASOF JOIN moved AS m ON m.store_id = p.store_id AND m.product_id = p.product_id AND m.business_date <= snapshot_date`;

const CUSTOMERS = `
  SELECT card AS customer_id, CAST(m.joined_on AS DATE) AS joined_on, home_store AS home_store_id, tier AS loyalty_tier,
    CAST(dense_rank() OVER (ORDER BY m.joined_on, card) AS INTEGER) AS customer_key,
    CAST(changed_on AS DATE) AS valid_from,
    coalesce(lead(CAST(changed_on AS DATE)) OVER by_card, DATE '9999-12-31') AS valid_to,
    lead(changed_on) OVER by_card IS NULL AS is_current
  FROM bronze.member_versions JOIN bronze.members AS m USING (card)
  WINDOW by_card AS (PARTITION BY card ORDER BY CAST(changed_on AS DATE))`;

export const RECORDS: NonNullable<Source['records']> = {
  customers: CUSTOMERS,
  customerContacts: 'SELECT card AS customer_id, full_name, email, phone FROM bronze.members',
  loyaltyEvents: `SELECT event_id, card AS customer_id, event_time, event_type, points,
    receipt_number AS transaction_id FROM bronze.loyalty_events`,
  suppliers: 'SELECT supplier_code AS supplier_id, supplier_name, lead_time_days FROM bronze.supplier_list',
  purchaseOrderLines: `SELECT order_number, line_number, supplier_code AS supplier_id, store_code AS store_id,
    item_code AS product_id, ordered_on, promised_on, closed_on, ordered AS ordered_units, p.unit_cost
    FROM bronze.order_lines AS o ASOF JOIN silver.products AS p
      ON p.product_id = o.item_code AND p.valid_from <= CAST(o.ordered_on AS DATE)`,
  receipts: `SELECT order_number, line_number, received_on, units AS received_units FROM bronze.deliveries`,
  inventoryMovements: MOVEMENTS,
  inventorySnapshots: SNAPSHOTS,
  categories: 'SELECT category, parent_category, level FROM bronze.category_tree',
  tradingHours: `SELECT store_code AS store_id, weekday AS iso_weekday, opens_at, closes_at FROM bronze.trading_hours`,
  transfers: `SELECT transfer_number, line_number, from_store AS from_store_id, to_store AS to_store_id,
    item_code AS product_id, shipped_on, received_on, units FROM bronze.transfers`,
  reservations: `SELECT reservation_number, store_code AS store_id, item_code AS product_id, reserved_on, released_on, outcome,
    units FROM bronze.reservations`,
  closingDays: 'SELECT store_code AS store_id, day AS business_date, reason FROM bronze.closing_days',
  weather: `SELECT store_code AS store_id, CAST(day AS DATE) AS business_date, temperature AS temperature_max_c,
    rain AS precipitation_mm, is_forecast FROM bronze.weather`,
  payments: `SELECT receipt_number AS transaction_id, store_code AS store_id, CAST(day AS DATE) AS business_date, method,
    payment_token, card_brand, last_four, amount FROM bronze.payments`,
  storeActivity: `SELECT day AS business_date, store_code AS store_id, visits, labour_hours, planned_hours,
    labour_cost
    FROM bronze.store_activity`,
  targets: 'SELECT day AS business_date, store_code AS store_id, net_sales_target FROM bronze.targets',
  promotions: `SELECT promotion_code AS promotion_id, item_code AS product_id, from_date, to_date,
    reduction AS reduction_rate FROM bronze.promotions`,
  competitorPrices: `SELECT item_code AS product_id, competitor, observed_on, price, match_quality, in_stock
    FROM bronze.competitor_prices`,
};
