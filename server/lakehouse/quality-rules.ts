import { UNLISTED } from './rules.ts';

/** One thing that must hold of a finished table, with what happens where it does not. */
export interface QualityRule {
  readonly table: string;
  /** What must hold, in words. */
  readonly name: string;
  readonly kind: 'range' | 'reference' | 'freshness' | 'volume' | 'reading';
  /** A blocking rule that is broken stops the swap; a warning is shown beside the numbers. */
  readonly severity: 'blocking' | 'warning';
  /** SELECT of failures, the number of rows or days that break the rule, and detail, what was found. */
  readonly finding: string;
}

const LINES = 'silver.transaction_lines';

/** A line's day counts against the same weekday of the eight weeks before; under four such days nothing is usual. */
const VOLUME = `
  SELECT count(*) AS failures, string_agg(concat(business_date, ': ', lines, ' lines, usually ', usual), '; '
    ORDER BY business_date) AS detail
  FROM (
    SELECT d.business_date, d.lines, CAST(median(u.lines) AS INTEGER) AS usual
    FROM days AS d JOIN days AS u ON u.business_date < d.business_date AND u.business_date >= d.business_date - 56
      AND isodow(u.business_date) = isodow(d.business_date)
    WHERE d.business_date > (SELECT max(business_date) - 7 FROM days)
    GROUP BY d.business_date, d.lines HAVING count(*) >= 4 AND NOT d.lines BETWEEN 0.5 * usual AND 2 * usual
  )`;

/** Tables that a source which keeps them adds to every day, with the column of the day. */
export const DAILY = {
  'silver.payments': 'business_date',
  'silver.store_activity': 'business_date',
  'silver.targets': 'business_date',
  'silver.weather': 'business_date',
  'silver.inventory_snapshots': 'snapshot_date',
} as const;

export const QUALITY_RULES: readonly QualityRule[] = [
  {
    table: LINES,
    name: 'A sale takes units out at a price, a return brings units back',
    kind: 'range',
    severity: 'blocking',
    finding: `SELECT count(*) AS failures, min(concat('ticket ', transaction_id, ' line ', line_number)) AS detail
      FROM ${LINES} WHERE NOT ((line_type = 'sale' AND quantity > 0 AND gross_amount > 0)
        OR (line_type = 'return' AND quantity < 0 AND gross_amount < 0))`,
  },
  {
    table: 'silver.imported_rows',
    name: 'Half of a hundred rows or more can be read; else order of day and month, marks or columns are not as declared',
    kind: 'reading',
    severity: 'blocking',
    finding: `SELECT CASE WHEN unreadable * 2 > received AND received >= 100 THEN unreadable ELSE 0 END AS failures,
        concat(unreadable, ' of ', received, ' rows cannot be read') AS detail
      FROM (SELECT CAST(sum(row_count) FILTER (outcome = 'unreadable') AS INTEGER) AS unreadable,
        CAST(sum(row_count) AS INTEGER) AS received FROM silver.imported_rows WHERE outcome <> '${UNLISTED}')`,
  },
  {
    table: LINES,
    name: 'A reduction is no larger than what it reduces',
    kind: 'range',
    severity: 'warning',
    finding: `SELECT count(*) AS failures, min(concat('ticket ', transaction_id, ' line ', line_number)) AS detail
      FROM ${LINES} WHERE abs(discount_amount) > abs(gross_amount) OR discount_amount * sign(gross_amount) < 0`,
  },
  {
    table: LINES,
    name: 'Nothing happened after it was loaded',
    kind: 'range',
    severity: 'warning',
    finding: `SELECT count(*) AS failures, concat('up to ', max(event_time)) AS detail
      FROM ${LINES}, silver.lake_builds WHERE event_time > loaded_at + INTERVAL 1 DAY`,
  },
  {
    table: 'silver.products',
    name: 'Every product sold has a name that is not its code',
    kind: 'reference',
    severity: 'warning',
    finding: `SELECT count(*) AS failures, concat('first of them: ', min(product_id)) AS detail
      FROM silver.products WHERE is_current AND product_name = product_id
        AND product_id IN (SELECT product_id FROM ${LINES})`,
  },
  ...['silver.promotions', 'silver.placements', 'silver.coupon_campaigns'].map(
    (table): QualityRule => ({
      table,
      name: 'What runs ends on its first day or later',
      kind: 'range',
      severity: 'warning',
      finding: `SELECT count(*) AS failures, concat('first of them from ', min(from_date)) AS detail
        FROM ${table} WHERE to_date < from_date`,
    }),
  ),
  {
    table: 'silver.placements',
    name: 'Of what was in the mailer or on display something was so on a day that is held',
    kind: 'range',
    severity: 'warning',
    finding: `SELECT CASE WHEN bool_or(from_date <= last_closed_date AND to_date >= first_date) THEN 0 ELSE count(*) END AS failures,
        concat('from ', min(from_date), ' to ', max(to_date)) AS detail
      FROM silver.placements, silver.lake_builds`,
  },
  {
    table: 'silver.coupon_redemptions',
    name: 'A coupon is handed in on a day of its campaign',
    kind: 'range',
    severity: 'warning',
    finding: `SELECT count(*) AS failures, concat('first of them on ', min(redeemed_on)) AS detail
      FROM silver.coupon_redemptions JOIN silver.coupon_campaigns USING (campaign_id)
      WHERE redeemed_on NOT BETWEEN from_date AND to_date`,
  },
  {
    table: 'silver.stores',
    name: 'Every store has a name that is not its id',
    kind: 'reference',
    severity: 'warning',
    finding: `SELECT count(*) AS failures, concat('first of them: ', min(store_id)) AS detail
      FROM silver.stores WHERE store_name = store_id`,
  },
  {
    table: 'silver.lake_builds',
    name: 'The last closed day is at most two days before the load',
    kind: 'freshness',
    severity: 'warning',
    finding: `SELECT CASE WHEN age > 2 THEN age ELSE 0 END AS failures,
        concat('last closed day ', last_closed_date, ', loaded ', CAST(loaded_at AS DATE)) AS detail
      FROM (SELECT *, date_diff('day', last_closed_date, CAST(loaded_at AS DATE)) AS age FROM silver.lake_builds)`,
  },
  ...Object.entries(DAILY).map(
    ([table, day]): QualityRule => ({
      table,
      name: 'What comes every day came at most two days before the last closed day',
      kind: 'freshness',
      severity: 'warning',
      finding: `SELECT CASE WHEN age > 2 THEN age ELSE 0 END AS failures,
        concat('last day ', last_day, ', last closed day ', last_closed_date) AS detail
      FROM (SELECT *, date_diff('day', last_day, last_closed_date) AS age
        FROM silver.lake_builds, (SELECT max(${day}) AS last_day FROM ${table}))`,
    }),
  ),
  {
    table: LINES,
    name: 'Each of the last seven days has between half and twice the lines usual for its weekday',
    kind: 'volume',
    severity: 'warning',
    finding: `WITH days AS (SELECT business_date, CAST(count(*) AS INTEGER) AS lines FROM ${LINES} GROUP BY 1) ${VOLUME}`,
  },
  {
    table: LINES,
    name: 'Every store that sold on each of the four same weekdays before sold on the last closed day',
    kind: 'volume',
    severity: 'warning',
    finding: `WITH days AS (SELECT DISTINCT store_id, business_date FROM ${LINES}), last AS (SELECT max(business_date) AS day FROM days)
      SELECT count(*) AS failures, string_agg(store_id, ', ' ORDER BY store_id) AS detail FROM (
        SELECT store_id FROM days, last WHERE business_date IN (day, day - 7, day - 14, day - 21, day - 28)
        GROUP BY store_id HAVING count(*) = 4 AND bool_and(business_date < day))`,
  },
];
