/** One rule of the import. Rules are tried in the order they stand in; the first that holds decides. */
export interface Rule {
  readonly outcome: string;
  /** For people: shown in the import report. */
  readonly text: string;
  /** SQL over the columns of a reading. */
  readonly holds: string;
}

/** Outcome of the rows of lists that nothing can be made of. */
export const UNLISTED = 'unlisted';

/**
 * Repetitions come first, so that nothing is counted twice under any heading; then what cannot be read, since the
 * rules below need the values; then what was never sold; then documents and codes that are no trade in goods, whatever
 * their amounts; then amounts that mean no trade. What is left is goods coming back or going out.
 */
export const RULES: readonly Rule[] = [
  {
    outcome: 'exact_duplicate',
    text: 'Equal in every received column to an earlier row, by file and line; the first one is kept',
    holds: 'copy > 1',
  },
  {
    outcome: 'superseded',
    text: 'The source sent a later version of the same line; the latest is kept',
    holds: 'superseded',
  },
  {
    outcome: 'unreadable',
    text: 'Document number, time, business date, code, quantity, price or discount is missing or cannot be read; an amount that cannot be read counts as 0',
    holds: `transaction_id IS NULL OR store_id IS NULL OR event_time IS NULL OR business_date IS NULL
      OR product_id IS NULL OR quantity IS NULL OR amount IS NULL OR discount_amount IS NULL`,
  },
  {
    outcome: 'voided',
    text: 'Voided at the till, or the line that voids it: no goods went out and none came back',
    holds: 'voided',
  },
  {
    outcome: UNLISTED,
    text: 'No line but a row of a list, counted beside the lines: what makes it one (an id, a day, a count) is missing or cannot be read',
    // No reading is one: such rows are found in the lists.
    holds: 'false',
  },
  {
    outcome: 'bad_debt',
    text: 'Adjusts bad debt: the invoice number starts with A',
    holds: "document = 'bad_debt'",
  },
  {
    outcome: 'non_product',
    text: 'The code is postage, a fee, a voucher, a sample or a manual entry, not a product',
    holds: 'NOT is_product',
  },
  {
    outcome: 'write_off',
    text: 'Negative quantity at price 0: stock written off, nobody brought it back',
    holds: 'quantity < 0 AND amount = 0',
  },
  {
    outcome: 'without_value',
    text: 'Quantity 0, or price 0 or below: found stock, notes and gifts, not a sale',
    holds: 'quantity = 0 OR amount = 0 OR (amount < 0) <> (quantity < 0)',
  },
  {
    outcome: 'contradictory',
    text: 'A cancellation that hands goods out, or a sale that takes them back',
    holds: "(document = 'cancellation') <> (quantity < 0)",
  },
  {
    outcome: 'return',
    text: 'A cancellation (the invoice number starts with C) or a return at the till: goods came back',
    holds: "document = 'cancellation'",
  },
  { outcome: 'sale', text: 'Everything else: goods went out at a price', holds: 'true' },
];

/** Rows with these outcomes become lines of tickets; all others are set aside. */
export const KEPT = "outcome IN ('sale', 'return')";

/** SELECT of every reading with its outcome and amount. */
export function judgeSql(readings: string): string {
  const cases = RULES.map(({ outcome, holds }) => `WHEN ${holds} THEN '${outcome}'`);
  return `SELECT * REPLACE (coalesce(amount, 0) AS amount), CASE ${cases.join(' ')} END AS outcome
    FROM (SELECT *, CAST(coalesce(line_amount, quantity * unit_price) AS DECIMAL(18,2)) AS amount FROM (${readings}))`;
}
