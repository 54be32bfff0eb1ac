import { literal } from './sql-text.ts';

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

/** A rate from 0 to 1, exact to six decimals. */
export function rateSql(column: string): string {
  return `CASE WHEN regexp_full_match(trim(${column}), '0?(\\.[0-9]{1,6}0*)?|1(\\.0+)?')
    THEN CAST(trim(${column}) AS DECIMAL(9,6)) END`;
}

interface Numerals {
  readonly decimal: string;
  readonly thousands: string;
  readonly precision: 'exact' | 'single';
}

/**
 * A number as the export writes numbers, turned to plain digits with a point. Thousands must be set apart every
 * three digits or not at all: 1,23 under a thousands comma is no number. A number of 32 bits is read as the shortest
 * decimal that means it.
 */
export function plainNumberSql(column: string, { decimal, thousands, precision }: Numerals): string {
  if (precision === 'single') return `CAST(TRY_CAST(trim(${column}) AS FLOAT) AS VARCHAR)`;
  if (decimal === '.' && thousands === '') return column;
  const [point, group] = [decimal, thousands].map((mark) => mark.replace(/[.']/, '[$&]').replace("'", "''"));
  const grouped = group === '' ? '' : `[0-9]{1,3}(?:${group}[0-9]{3})+|`;
  return `CASE WHEN regexp_full_match(trim(${column}), '-?(?:${grouped}[0-9]+)(?:${point}[0-9]+)?')
    THEN replace(replace(trim(${column}), ${literal(thousands)}, ''), ${literal(decimal)}, '.') END`;
}

/** A time in strptime's letters; one that is told in another zone is turned to the store's, `storeZone` in SQL. */
export function timeSql(column: string, written = ISO_TIME, storeZone = "''"): string {
  const time = `try_strptime(trim(${column}), ${literal(written.format)})`;
  if (written.zone === undefined || literal(written.zone) === storeZone) return time;
  return `timezone(${storeZone}, timezone(${literal(written.zone)}, ${time}))`;
}

/** A day in strptime's letters. */
export function daySql(column: string, written: { readonly format: string }): string {
  return `CAST(${timeSql(column, written)} AS DATE)`;
}

const ISO_TIME: { readonly format: string; readonly zone?: string | undefined } = {
  format: '%Y-%m-%d %H:%M:%S',
};

/** Text without blanks around it, cut to what a name may have; nothing left is NULL. */
export function wordsSql(column: string): string {
  return `nullif(left(trim(${column}), ${LONGEST_NAME}), '')`;
}

/** An id or code without blanks around it; NULL where nothing is left or it is longer than any id we hold. */
export function codeSql(column: string, longest = LONGEST_CODE): string {
  return `CASE WHEN length(trim(${column})) BETWEEN 1 AND ${longest} THEN trim(${column}) END`;
}
