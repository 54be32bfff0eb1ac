/** Share of the lines ordered online that are kept in a store to be fetched, and of these kept in vain. */
const FETCHED = 0.35;
const GIVEN_UP = 0.06;

/** Lines ordered online to be fetched, with the days between. */
export const FETCHED_LINES = `
  SELECT concat(receipt_number, '/', line_number) AS key, fulfilled_by AS store_code, item_code, quantity AS units, day,
    1 + CAST(floor(3 * uniform('fetched after', receipt_number)) AS INTEGER) AS days
  FROM sold WHERE channel <> 'store' AND uniform('fetched', receipt_number) < ${FETCHED}`;

/**
 * Goods kept in a store for those who ordered online: fetched on the day they were rung up, one to three days after the
 * order. As many as were ordered in the last days wait to be fetched, and some were never fetched. Nothing is kept that
 * the record does not have.
 */
export const RESERVATIONS = `
  WITH last AS (SELECT max(day) AS day FROM days), waiting AS (
    SELECT concat('W-', key) AS key, store_code, item_code, units, o.day AS reserved_on
    FROM fetched_lines AS o, last WHERE o.day + days > last.day
  )
  SELECT concat('CC-', key) AS reservation_number, store_code, item_code, day - days AS reserved_on, day AS released_on,
    'collected' AS outcome, units FROM fetched_lines
  UNION ALL SELECT concat('CX-', key), store_code, item_code, day - days, day + 7, 'cancelled', units
    FROM fetched_lines, (SELECT max(day) AS last FROM days) WHERE day + 7 <= last AND uniform('given up', key) < ${GIVEN_UP}
  UNION ALL SELECT concat('CC-', key), store_code, item_code, reserved_on, NULL, NULL, units FROM (
    SELECT *, sum(units) OVER (PARTITION BY store_code, item_code ORDER BY key ROWS UNBOUNDED PRECEDING) AS so_far FROM waiting)
    JOIN stock USING (store_code, item_code) WHERE so_far <= record`;
