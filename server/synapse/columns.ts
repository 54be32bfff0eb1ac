import 'server-only';
import { z } from 'zod';
import { type BusinessDate, businessDate } from '#lib/business-date.ts';
import { type MinorUnits, minorUnits } from '#lib/money.ts';

/*
 * How a column of an answer is read. The wire types are the driver's: bigint as digits, date and datetime2 as UTC
 * `Date`s. A value of another type is a drift of the contract, so nothing is coerced.
 */

const digits = z.string().regex(/^-?\d+$/);

/** `CAST(SUM(amount) * 100 AS bigint)`: exact at any size. */
export function moneyColumn(): z.ZodType<MinorUnits, string> {
  return digits.transform((text) => minorUnits(BigInt(text)));
}

/** An `int`, or a `bigint` that JavaScript can hold exactly. */
export function countColumn(): z.ZodType<number, number | string> {
  return z.union([z.int(), digits.transform(Number).pipe(z.int())]);
}

/** A `date`. */
export function dateColumn(): z.ZodType<BusinessDate, Date> {
  return z.date().transform((day) => businessDate(day.toISOString().slice(0, 10)));
}

/** A `datetime2` in UTC, as epoch milliseconds. */
export function instantColumn(): z.ZodType<number, Date> {
  return z.date().transform((instant) => instant.getTime());
}

/** A `varchar` or `nvarchar`. */
export function textColumn(): z.ZodType<string, string> {
  return z.string();
}

/** A `decimal` that is a rate or an estimate, never money: near enough as a float. */
export function estimateColumn(): z.ZodType<number, number> {
  return z.number();
}

/** A `bit`. */
export function flagColumn(): z.ZodType<boolean, boolean> {
  return z.boolean();
}
