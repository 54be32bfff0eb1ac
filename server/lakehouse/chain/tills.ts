import { openOn } from './trade.ts';

/** What the tills send: every value as text. */
export const TILL_COLUMNS = [
  'receipt_number',
  'line_number',
  'kind',
  'store_code',
  'till_time',
  'business_date',
  'item_code',
  'quantity',
  'unit_price',
  'discount',
  'tax',
  'card',
  'channel',
  'fulfilled_by',
  'promotion_code',
] as const;

/** Value added tax on everything the chain sells; prices are without it. */
const TAX_RATE = 0.2;

/** SQL over a line sold: its tax, reckoned line by line as the tills do. */
export const TAX_OF_NET = (net: string) => `CAST(round((${net}) * ${TAX_RATE}, 2) AS DECIMAL(18,2))`;

const DISCOUNT = 'quantity * CAST(round(regular_price * reduction, 2) AS DECIMAL(18,2))';

const TAX = TAX_OF_NET(`quantity * regular_price - ${DISCOUNT}`);

const SALES = `
  SELECT receipt_number, line_number, 'SALE' AS kind, store_code, till_time, day AS business_date, item_code, quantity,
    regular_price AS unit_price, ${DISCOUNT} AS discount, ${TAX} AS tax, card, channel, fulfilled_by, promotion_code
  FROM sold`;

/** About one line in twenty-two comes back whole to its store within 25 days, at the price that was paid. */
export const BROUGHT_BACK = `
  SELECT s.* FROM (
    SELECT *, concat(receipt_number, '/', line_number) AS key,
      day + CAST(1 + floor(25 * uniform('days kept', key) ** 2) AS INTEGER) AS back
    FROM sold WHERE uniform('returned', concat(receipt_number, '/', line_number)) < 0.045
  ) AS s JOIN store_list USING (store_code)
  WHERE back IN (SELECT day FROM days) AND ${openOn('back')}`;

/** What came back in the days told, numbered: all that was sold by then must have been. */
export const returnedSql = (days: string) => `
  SELECT *, concat(store_code, '-', strftime(back, '%y%m%d'), '-R', lpad(CAST(
      row_number() OVER (PARTITION BY store_code, back ORDER BY key) AS VARCHAR), 3, '0')) AS return_number
  FROM brought_back WHERE back ${days}`;

const RETURNS = `
  SELECT return_number, 1 AS line_number, 'RETURN' AS kind, store_code,
    back + INTERVAL 11 HOUR + to_seconds(CAST(floor(18000 * uniform('time back', key)) AS INTEGER)) AS till_time, back,
    item_code, -quantity, regular_price, -${DISCOUNT}, -${TAX}, card, 'store', fulfilled_by, promotion_code
  FROM returned`;

/**
 * SELECT of the till lines of what was sold and came back, in daily files, in the order they were sent. A till that lost its connection sends some
 * tickets again at the end of the day: as real tills do, and as the rules must catch.
 */
export const TILL_LINES = `
  WITH sent AS (SELECT *, 0 AS attempt FROM (${SALES} UNION ALL ${RETURNS}))
  SELECT concat('tills-', CAST(till_time AS DATE), '.csv') AS source_file,
    CAST(1 + row_number() OVER (PARTITION BY CAST(till_time AS DATE)
      ORDER BY attempt, till_time, receipt_number, line_number) AS INTEGER) AS source_line,
    ${TILL_COLUMNS.join(', ')}
  FROM (
    SELECT * FROM sent
    UNION ALL SELECT * REPLACE (1 AS attempt) FROM sent WHERE uniform('sent again', receipt_number) < 0.0005
  ) ORDER BY source_file, source_line`;
