import { readText, roundMoment, writeText } from './convert-text.ts';
import { UntranslatableError } from './refusals.ts';
import {
  describe,
  duckType,
  isMoment,
  isNumber,
  isText,
  isWhole,
  type TsqlType,
  typeText,
} from './sql-type.ts';
import type { Value } from './value.ts';

/**
 * The value as another type, by the rules of CAST; `lenient` by those of TRY_CAST.
 * Throws UntranslatableError where the two engines would not convert alike.
 */
export function convert(value: Value, to: TsqlType, lenient = false): Value {
  const sql = converted(value, to, lenient);
  return sql === value.sql ? { ...value, type: to } : { sql, type: to };
}

function converted(value: Value, to: TsqlType, lenient: boolean): string {
  const { sql, type: from } = value;
  const cast = (text: string) => `${lenient ? 'TRY_CAST' : 'CAST'}(${text} AS ${duckType(to)})`;
  if (typeText(from) === typeText(to)) return sql;
  if (from.kind === 'null') return cast('NULL');
  // An undeclared parameter carries whatever the client bound: only conversions that hold for all of it.
  if (from.kind === 'unknown') {
    if (to.kind === 'bit')
      throw new UntranslatableError('a value whose type is not declared converted to bit');
    return cast(
      isWhole(to) ? `trunc(CAST(${sql} AS ${to.kind === 'bigint' ? 'DECIMAL(38,6)' : 'DOUBLE'}))` : sql,
    );
  }
  if (isText(to)) return writeText(value, to);
  if (isText(from)) return readText(value, to, lenient);
  if (isMoment(from) && isMoment(to)) return momentAs(value, to);
  if (isNumber(from) || from.kind === 'bit') {
    if (to.kind === 'bit') return `(${sql} <> 0)`;
    if (isWhole(to)) return cast(from.kind === 'decimal' || from.kind === 'float' ? `trunc(${sql})` : sql);
    if (to.kind === 'float') return cast(sql);
    if (to.kind === 'decimal') return cast(from.kind === 'bit' ? `CAST(${sql} AS INTEGER)` : sql);
  }
  throw new UntranslatableError(`${describe(from)} converted to ${describe(to)}`);
}

function momentAs({ sql, type: from }: Value, to: TsqlType): string {
  if (from.kind !== to.kind) return `CAST(${sql} AS ${duckType(to)})`;
  const finer = from.kind === 'datetime2' && to.kind === 'datetime2' && to.scale < from.scale;
  return finer ? roundMoment(sql, to.scale) : sql;
}
