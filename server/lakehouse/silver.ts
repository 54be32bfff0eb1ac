import { emailHashSql } from '#server/shared/email-hash.ts';
import { judgeSql, KEPT, RULES } from './rules.ts';
import { READING, type Source } from './source.ts';
import { literal } from './sql-text.ts';
import { withUnknownColumns } from './with-unknown-columns.ts';

/** Every row of a source as its readings say, with its outcome and amount. */
export function judgedSql({ readings }: Pick<Source, 'readings'>): string {
  const columns = Object.entries(READING).map(([name, type]) => `CAST(${name} AS ${type}) AS ${name}`);
  return judgeSql(`SELECT ${columns.join(', ')} FROM (${withUnknownColumns(readings, READING)})`);
}

/**
 * Kept rows as lines of tickets. Every line of a ticket has the ticket's earliest time and business date and one
 * country, so that a ticket that was rung up over a minute's end, or over midnight, is still one.
 */
export const LINES = `
  SELECT transaction_id, store_id, channel, product_id, customer_id, description,
    row_number() OVER (ticket ORDER BY source_file, source_line) AS line_number,
    min(country) OVER ticket AS country,
    min(event_time) OVER ticket AS event_time,
    min(business_date) OVER ticket AS business_date,
    outcome AS line_type, quantity, unit_price, amount AS gross_amount, discount_amount,
    amount - discount_amount AS net_amount, tax_amount,
    coalesce(fulfilment_store_id, store_id) AS fulfilment_store_id
  FROM judged WHERE ${KEPT}
  WINDOW ticket AS (PARTITION BY store_id, transaction_id)`;

/** The lines with what the goods cost on their day, where a version of the product then in force says so. */
export const COSTED_LINES = `
  SELECT l.*, CAST(l.quantity * p.unit_cost AS DECIMAL(18,2)) AS cost_amount
  FROM lines AS l
  LEFT JOIN silver.products AS p
    ON p.product_id = l.product_id AND p.valid_from <= l.business_date AND l.business_date < p.valid_to`;

/** Versions of products; what has no dates has always held. */
export function productVersionsSql(products: string): string {
  const versions = withUnknownColumns(products, { valid_from: 'DATE', valid_to: 'DATE' });
  return `SELECT * REPLACE (coalesce(valid_from, DATE '1900-01-01') AS valid_from,
      coalesce(valid_to, DATE '9999-12-31') AS valid_to), valid_to IS NULL OR valid_to = DATE '9999-12-31' AS is_current
    FROM (${versions})`;
}

/**
 * Whoever keeps no list of customers has those of its tickets, known from their first purchase on and at home in the
 * store of most of their tickets.
 */
export const CUSTOMERS_OF_LINES = `
  SELECT customer_id, CAST(row_number() OVER (ORDER BY joined_on, customer_id) AS INTEGER) AS customer_key, joined_on,
    home_store_id, DATE '1900-01-01' AS valid_from, DATE '9999-12-31' AS valid_to, true AS is_current
  FROM (
    SELECT customer_id, min(first_day) AS joined_on, first(store_id ORDER BY tickets DESC, store_id) AS home_store_id
    FROM (SELECT customer_id, store_id, min(business_date) AS first_day, count(DISTINCT transaction_id) AS tickets
      FROM silver.transaction_lines WHERE customer_id IS NOT NULL GROUP BY customer_id, store_id)
    GROUP BY customer_id)`;

/** How customers are reached, and what stands for their address where it must not be read. */
export function contactsSql(contacts: string, hashKey: string | undefined): string {
  return `SELECT *, ${hashKey === undefined ? 'NULL' : emailHashSql('email', hashKey)} AS email_hash FROM (${contacts})`;
}

/** By month, so that a month can be carried over: what a product is called depends on all of them. */
export const PRODUCT_DESCRIPTIONS = `
  SELECT CAST(date_trunc('month', business_date) AS DATE) AS month_start, product_id,
    coalesce(description, '') AS description, CAST(count(*) AS INTEGER) AS uses
  FROM lines GROUP BY ALL`;

/** Rows that count neither as a sale nor as a return, of those judged now. */
export const SET_ASIDE = `SELECT * FROM judged WHERE NOT (${KEPT})`;

/** One row per rule, those that caught nothing included: a reader must see that they were tried. */
export function importedRowsSql(): string {
  const rules = RULES.map(({ outcome, text }, index) => `('${outcome}', ${index + 1}, ${literal(text)})`);
  return `SELECT outcome, precedence, rule_text, coalesce(row_count, 0) AS row_count, coalesce(amount, 0) AS amount
    FROM (VALUES ${rules.join(', ')}) AS rules(outcome, precedence, rule_text)
    LEFT JOIN (SELECT outcome, count(*) AS row_count, sum(amount) AS amount FROM (
      SELECT line_type AS outcome, gross_amount AS amount FROM silver.transaction_lines
      UNION ALL SELECT outcome, amount FROM silver.set_aside) GROUP BY outcome)
      USING (outcome)`;
}

/** The business clock's dates come from the kept lines: a rejected row may carry any date. */
export function lakeBuildsSql(buildId: string, source: Source, loadedAt: Date): string {
  return `SELECT ${literal(buildId)} AS build_id, ${literal(source.name)} AS source_name,
    max(business_date) AS last_closed_date, min(business_date) AS first_date,
    ${literal(source.currency)} AS currency, ${literal(source.timeZone)} AS time_zone,
    TIMESTAMP ${literal(loadedAt.toISOString().slice(0, -1))} AS loaded_at
  FROM silver.transaction_lines`;
}
