import { TAX_OF_NET } from './tills.ts';

/** Share of tickets paid in cash. Nobody pays cash online. */
const CASH = 0.12;

const NET = 'quantity * (regular_price - CAST(round(regular_price * reduction, 2) AS DECIMAL(18,2)))';
const PAID = `${NET} + ${TAX_OF_NET(NET)}`;

/** What was paid for each ticket, tax included, and paid back for each return. A member pays with one card, everybody else with any. */
export const PAYMENTS = `
  WITH tickets_paid AS (
    SELECT receipt_number, store_code, min(till_time) AS till_time, any_value(channel) AS channel,
      coalesce(any_value(card), receipt_number) AS payer,
      sum(${PAID}) AS amount
    FROM sold GROUP BY receipt_number, store_code
    UNION ALL SELECT return_number, store_code, back + INTERVAL 11 HOUR, 'store', coalesce(card, receipt_number),
      -(${PAID})
    FROM returned
  ), chosen AS (
    SELECT *, channel = 'store' AND uniform('cash', payer) < ${CASH} AS is_cash, md5(concat('payer', payer)) AS digest FROM tickets_paid)
  SELECT receipt_number, store_code, CAST(till_time AS DATE) AS day, CASE WHEN is_cash THEN 'cash' ELSE 'card' END AS method,
    CASE WHEN NOT is_cash THEN concat('tok_', translate(left(digest, 20), '0123456789', 'ghjkmnpqrs')) END AS payment_token,
    CASE WHEN NOT is_cash THEN ['Visa', 'Visa', 'Mastercard', 'Mastercard', 'Amex'][1 + CAST(floor(5 * uniform('brand', payer)) AS INTEGER)]
      END AS card_brand,
    CASE WHEN NOT is_cash THEN lpad(CAST(CAST(floor(10000 * uniform('last four', payer)) AS INTEGER) AS VARCHAR), 4, '0') END AS last_four,
    CAST(amount AS DECIMAL(18,2)) AS amount
  FROM chosen`;
