/** SQL that reads received text. What does not have the expected form becomes NULL: nothing is guessed or rounded. */

const LONGEST_CODE = 32;
const LONGEST_NAME = 200;

/** A whole number of at most seven digits: with the limit on prices no product of the two can overflow. */
export function wholeNumberSql(column: string): string {
  return `CASE WHEN regexp_full_match(trim(${column}), '-?[0-9]{1,7}') THEN CAST(trim(${column}) AS INTEGER) END`;
}

/** An amount of money below ten million, with at most two decimals that are not zero. */
export function moneySql(column: string): string {
  return `CASE WHEN regexp_full_match(trim(${column}), '-?[0-9]{1,7}(\\.[0-9]{1,2}0*)?')
    THEN CAST(trim(${column}) AS DECIMAL(18,2)) END`;
}

/** `2010-12-01 08:26:00`, local to the store. */
export function timeSql(column: string): string {
  return `try_strptime(trim(${column}), '%Y-%m-%d %H:%M:%S')`;
}

/** Text without blanks around it, cut to what a name may have; nothing left is NULL. */
export function wordsSql(column: string): string {
  return `nullif(left(trim(${column}), ${LONGEST_NAME}), '')`;
}

/** An id or code without blanks around it; NULL where nothing is left or it is longer than any id we hold. */
export function codeSql(column: string): string {
  return `CASE WHEN length(trim(${column})) BETWEEN 1 AND ${LONGEST_CODE} THEN trim(${column}) END`;
}
