import { addDays } from '#lib/business-date.ts';
import type { ChainPlan } from './chain-plan.ts';

/** Days the stores open, with how busy they are against an average day; closed on 25 December. */
export function daysSql({ days, lastClosedDate }: ChainPlan): string {
  const first = addDays(lastClosedDate, 1 - days);
  return `SELECT day, CAST(month(day) AS INTEGER) AS month, isodow(day) = 7 AS is_sunday,
      CAST(day - DATE '${first}' AS INTEGER) AS age,
      [0.82, 0.84, 0.88, 0.96, 1.12, 1.48, 0.9][isodow(day)]
      * CASE WHEN month(day) = 12 AND day(day) > 24 THEN 0.9
          WHEN month(day) = 12 THEN 1.35 + 0.025 * day(day)
          ELSE [0.86, 0.82, 0.88, 0.95, 1.0, 1.0, 1.0, 0.97, 0.95, 1.0, 1.12][month(day)] END
      * (0.9 + 0.2 * uniform('weather', day)) AS busyness
    FROM (SELECT CAST(range AS DATE) AS day
      FROM range(DATE '${first}', DATE '${lastClosedDate}' + INTERVAL 1 DAY, INTERVAL 1 DAY))
    WHERE NOT (month(day) = 12 AND day(day) = 25)`;
}

/**
 * Tickets, numbered by store and day in the order of their times. Their number varies about its expectation as
 * that of independent customers does: by its square root (the sum of four uniforms stands for a normal).
 */
export const TICKETS = `
  SELECT store_code, range_share, day, month, till_time, lines, card,
    concat(store_code, '-', strftime(day, '%y%m%d'), '-', lpad(CAST(
      row_number() OVER (PARTITION BY store_code, day ORDER BY till_time, n) AS VARCHAR), 4, '0')) AS receipt_number
  FROM (
    SELECT *, concat(store_code, '/', day, '/', n) AS key,
      date_trunc('second', CASE WHEN is_sunday THEN day + INTERVAL 630 MINUTE ELSE day + INTERVAL 540 MINUTE END
        + to_seconds(CASE WHEN is_sunday THEN 21600 ELSE 31500 END
          * (uniform('time', key) + uniform('time again', key)) / 2)) AS till_time,
      [1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 5, 6, 8][1 + CAST(floor(16 * uniform('lines', key)) AS INTEGER)] AS lines,
      CASE WHEN uniform('has card', key) < 0.35
        THEN concat('C', lpad(CAST(CAST(floor(9000 * uniform('card', key) ** 2) AS INTEGER) AS VARCHAR), 5, '0')) END
        AS card
    FROM (
      SELECT store_code, range_share, day, month, is_sunday, unnest(range(CAST(greatest(0, round(
        expected + sqrt(3 * expected) * (uniform('count 1', key) + uniform('count 2', key)
          + uniform('count 3', key) + uniform('count 4', key) - 2))) AS BIGINT))) AS n
      FROM (
        SELECT *, concat(store_code, '/', day) AS key,
          daily_tickets * busyness * (1 + yearly_growth) ** (age / 364) AS expected
        FROM store_list, days
      )
    )
  )`;

/** Two weeks at a reduced price for about one product in eight, in every store. */
export const PROMOTIONS = `
  SELECT item_code, fortnight,
    [0.10, 0.15, 0.20, 0.25, 0.30][1 + CAST(floor(5 * uniform('reduction', key)) AS INTEGER)] AS reduction
  FROM (SELECT item_code, fortnight, concat(item_code, '/', fortnight) AS key
    FROM product_list, (SELECT DISTINCT day // 14 AS fortnight FROM (SELECT day - DATE '2000-01-03' AS day FROM days)))
  WHERE uniform('promotion', key) < 0.12`;

/** Lines sold: a category by the month's demand, a product by popularity among those the store has room for. */
export const SOLD = `
  WITH lines AS (
    SELECT *, concat(receipt_number, '/', line_number) AS key, (day - DATE '2000-01-03') // 14 AS fortnight
    FROM (SELECT *, unnest(range(1, lines + 1)) AS line_number FROM tickets)
  ), wishes AS (
    SELECT l.*, d.category,
      CAST(floor(ceil(d.products * range_share) * uniform('product', key) ** 1.7) AS BIGINT) AS popularity
    FROM (SELECT *, uniform('category', key) AS share FROM lines) AS l
    ASOF JOIN demand AS d ON d.month = l.month AND l.share >= d.share_from
  )
  SELECT w.*, item_code, list_price, coalesce(reduction, 0) AS reduction,
    [1, 1, 1, 1, 1, 1, 1, 2, 2, 3][1 + CAST(floor(10 * uniform('quantity', key)) AS INTEGER)]
      + CASE WHEN reduction IS NOT NULL AND uniform('tempted', key) < 0.4 THEN 1 ELSE 0 END AS quantity
  FROM wishes AS w
  JOIN product_list USING (category, popularity)
  LEFT JOIN promotions USING (item_code, fortnight)`;
