import { convert } from './convert.ts';
import { UntranslatableError } from './refusals.ts';
import { describe, INT, isMoment, isNumber, isText, type TsqlType } from './sql-type.ts';
import type { Value } from './value.ts';

/**
 * Two values made comparable as SQL Server compares them under a binary collation: blanks at the end of text do not
 * count, text beside a date is read as a date. Throws UntranslatableError where the meeting would convert a column.
 */
export function comparable(a: Value, b: Value): readonly [string, string] {
  if (isText(a.type) || isText(b.type)) {
    if (isMoment(a.type)) return [a.sql, asMoment(b, a.type)];
    if (isMoment(b.type)) return [asMoment(a, b.type), b.sql];
    requireKin(a, b, (type) => isText(type));
    return [withoutTrailingBlanks(a), withoutTrailingBlanks(b)];
  }
  if (isMoment(a.type) || isMoment(b.type)) {
    requireKin(a, b, isMoment);
    return [a.sql, b.sql];
  }
  requireKin(a, b, (type) => isNumber(type) || type.kind === 'bit');
  if (a.type.kind === 'bit' && b.type.kind === 'bit') return [a.sql, b.sql];
  return [withoutBit(a).sql, withoutBit(b).sql];
}

/** Text as it counts in a comparison. A column is left alone, so that its filter still reaches the file. */
export function withoutTrailingBlanks(value: Value): string {
  return value.trimmed || value.type.kind === 'null' ? value.sql : `rtrim(${value.sql})`;
}

function withoutBit(value: Value): Value {
  return value.type.kind === 'bit' ? convert(value, INT) : value;
}

function asMoment(value: Value, beside: TsqlType): string {
  if (value.literal === undefined)
    throw new UntranslatableError(`${describe(value.type)} compared with ${describe(beside)} without a CAST`);
  const timed = beside.kind === 'datetime2' || /\d[ T]\d/.test(value.literal);
  if (timed && beside.kind === 'date')
    throw new UntranslatableError(`the date '${value.literal}', which has a time of day,`);
  return convert(value, beside).sql;
}

function requireKin(a: Value, b: Value, belongs: (type: TsqlType) => boolean): void {
  for (const { type } of [a, b])
    if (!belongs(type) && type.kind !== 'null' && type.kind !== 'unknown')
      throw new UntranslatableError(`${describe(a.type)} compared with ${describe(b.type)} without a CAST`);
}
