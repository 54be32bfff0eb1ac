import { KEPT, RULES } from './rules.ts';
import type { Source } from './source.ts';
import { literal } from './sql-text.ts';

/**
 * Kept rows as lines of tickets. Every line of a ticket has the ticket's earliest time and one country, so that a
 * ticket that was rung up over a minute's end, or over midnight, is still one.
 */
export const LINES = `
  SELECT transaction_id, store_id, channel, product_id, customer_id, description,
    row_number() OVER (ticket ORDER BY source_file, source_line) AS line_number,
    min(country) OVER ticket AS country,
    min(event_time) OVER ticket AS event_time,
    CAST(min(event_time) OVER ticket AS DATE) AS business_date,
    outcome AS line_type, quantity, unit_price, amount AS gross_amount, discount_amount,
    amount - discount_amount AS net_amount
  FROM judged WHERE ${KEPT}
  WINDOW ticket AS (PARTITION BY store_id, transaction_id)`;

export const SET_ASIDE = `SELECT * FROM judged WHERE NOT (${KEPT})`;

/** One row per rule, those that caught nothing included: a reader must see that they were tried. */
export function importedRowsSql(): string {
  const rules = RULES.map(({ outcome, text }, index) => `('${outcome}', ${index + 1}, ${literal(text)})`);
  return `SELECT outcome, precedence, rule_text, coalesce(row_count, 0) AS row_count, coalesce(amount, 0) AS amount
    FROM (VALUES ${rules.join(', ')}) AS rules(outcome, precedence, rule_text)
    LEFT JOIN (SELECT outcome, count(*) AS row_count, sum(amount) AS amount FROM judged GROUP BY outcome)
      USING (outcome)`;
}

/** The business clock's dates come from the kept lines: a rejected row may carry any date. */
export function lakeBuildsSql(buildId: string, source: Source, loadedAt: Date): string {
  return `SELECT ${literal(buildId)} AS build_id, ${literal(source.name)} AS source_name,
    max(business_date) AS last_closed_date, min(business_date) AS first_date,
    ${literal(source.currency)} AS currency, ${literal(source.timeZone)} AS time_zone,
    TIMESTAMP ${literal(loadedAt.toISOString().slice(0, -1))} AS loaded_at
  FROM lines`;
}
