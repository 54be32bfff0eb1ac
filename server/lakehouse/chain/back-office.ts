import { TRANSFER_EVENTS } from './transfers.ts';

/** What head office and the shop floor keep beside the tills, as SELECTs over the made-up trade. */

/**
 * People at the door, hours planned for the trade that was expected and hours worked on the floor. Online orders pass no
 * door.
 */
export const STORE_ACTIVITY = `
  WITH planned_for AS (
    SELECT store_code, day, expected * (SELECT sum(tickets) FROM doors) / (SELECT sum(expected) FROM foreseen) AS tickets
    FROM foreseen)
  SELECT store_code, day, CAST(round(at_the_till / (0.2 + 0.14 * uniform('conversion', store_code)
      + 0.03 * uniform('conversion', concat(store_code, day)))) AS INTEGER) AS visits,
    CAST(round(4 * (16 + 0.35 * f.tickets)) / 4 AS DECIMAL(18,2)) AS planned_hours,
    CAST(hours AS DECIMAL(18,2)) AS labour_hours, CAST(hours * 13.2 AS DECIMAL(18,2)) AS labour_cost
  FROM (
    SELECT store_code, day, at_the_till,
      round(4 * (16 + 0.35 * tickets * (0.9 + 0.2 * uniform('staff', concat(store_code, day))))) / 4 AS hours
    FROM doors)
  LEFT JOIN planned_for AS f USING (store_code, day)`;

/** What each store was asked to sell: the expected trade at full shelves and usual prices, and a little more, in tens. */
export const TARGETS = `
  SELECT store_code, day, CAST(round(1.38 * worth * 0.94
    * (0.96 + 0.1 * uniform('target', store_code)) / 10) * 10 AS DECIMAL(18,2)) AS net_sales_target
  FROM foreseen`;

/** Three rivals, looked at every week for six products in ten. */
export const COMPETITOR_PRICES = `
  SELECT item_code, competitor, day AS observed_on,
    CAST(greatest(floor(2 * regular_price * (level + 0.12 * uniform('rival', concat(key, day_number // 21)))) / 2, 0.5) - 0.01
      AS DECIMAL(18,2)) AS price,
    [1.0, 1.0, 0.9, 0.7][1 + CAST(floor(4 * uniform('match', key)) AS INTEGER)] AS match_quality,
    uniform('rival stock', concat(key, day)) < 0.93 AS in_stock
  FROM (
    SELECT *, concat(item_code, competitor) AS key FROM (
      SELECT item_code, day, (day - DATE '2000-01-01') AS day_number, regular_price
      FROM days JOIN price_list ON day >= valid_from AND (valid_to IS NULL OR day < valid_to) WHERE isodow(day) = 3)
    CROSS JOIN (VALUES ('Dunmere', 0.93), ('Hearth and Home', 0.98), ('Casa Verde', 0.88)) AS c(competitor, level)
  ) WHERE uniform('watched', key) < 0.6`;

/** Tickets of a store and day, and those of people who came by the door. */
export const DOORS = `
  SELECT store_code, day, count(*) AS tickets, count(*) FILTER (channel = 'store') AS at_the_till
  FROM tickets GROUP BY ALL`;

/** A point for each whole pound of a member's ticket. */
export const EARNED = `
  SELECT card, receipt_number, till_time, CAST(floor(sum(quantity * regular_price * (1 - reduction))) AS INTEGER) AS points
  FROM sold WHERE card IS NOT NULL GROUP BY ALL`;

/** Points as they were earned, and once for some members half of what they had is spent. */
export const LOYALTY_EVENTS = `
  WITH saved AS (
    SELECT *, sum(points) OVER (PARTITION BY card ORDER BY till_time, receipt_number ROWS UNBOUNDED PRECEDING) AS balance,
      row_number() OVER (PARTITION BY card ORDER BY till_time, receipt_number) AS visit FROM earned)
  SELECT concat('J-', card) AS event_id, card, CAST(joined_on AS TIMESTAMP) AS event_time, 'join' AS event_type,
    0 AS points, NULL AS receipt_number FROM members
  UNION ALL SELECT concat('E-', receipt_number), card, till_time, 'earn', points, receipt_number FROM saved
  UNION ALL SELECT concat('R-', receipt_number), card, till_time, 'redeem', -CAST(balance // 2 AS INTEGER), receipt_number
    FROM saved WHERE visit = 6 AND uniform('redeems', card) < 0.4 AND balance >= 50`;

/** Sundays are shorter by law; small stores close earlier. */
export const TRADING_HOURS = `
  SELECT store_code, weekday, CASE weekday WHEN 7 THEN '10:30' ELSE '09:00' END AS opens_at,
    CASE WHEN weekday = 7 THEN '16:30' WHEN format = 'express' THEN '18:00' ELSE '19:00' END AS closes_at
  FROM store_list, range(1, 8) AS d(weekday)`;

/** What came back and cannot be sold again. */
export const WRITTEN_OFF = `
  SELECT fulfilled_by AS store_code, item_code, back AS day, return_number AS reference, -quantity AS units FROM returned`;

/** What the stock system records beside sales: goods in, counts, and what came back and cannot be sold again. */
export const STOCK_EVENTS = `
  SELECT store_code, item_code, day, kind, reference, units FROM stock_events
  UNION ALL SELECT store_code, item_code, received_on, 'receipt', order_number, units FROM deliveries
    WHERE received_on <= (SELECT max(day) FROM days)
  UNION ALL ${TRANSFER_EVENTS}
  UNION ALL SELECT store_code, item_code, day, 'write_off', reference, units FROM written_off`;
