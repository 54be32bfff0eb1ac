/** SQL that reads received text. What does not have the expected form becomes NULL: nothing is guessed or rounded. */

/** A whole number of at most nine digits. */
export function wholeNumberSql(column: string): string {
  return `CASE WHEN regexp_full_match(trim(${column}), '-?[0-9]{1,9}') THEN CAST(trim(${column}) AS INTEGER) END`;
}

/** An amount of money with at most two decimals that are not zero, up to 10^12. */
export function moneySql(column: string): string {
  return `CASE WHEN regexp_full_match(trim(${column}), '-?[0-9]{1,12}(\\.[0-9]{1,2}0*)?')
    THEN CAST(trim(${column}) AS DECIMAL(18,2)) END`;
}

/** `2010-12-01 08:26:00`, local to the store. */
export function timeSql(column: string): string {
  return `try_strptime(trim(${column}), '%Y-%m-%d %H:%M:%S')`;
}

/** Text without blanks around it; nothing left is NULL. */
export function wordsSql(column: string): string {
  return `nullif(trim(${column}), '')`;
}
