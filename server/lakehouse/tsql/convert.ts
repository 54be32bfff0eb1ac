import { readText, writeText } from './convert-text.ts';
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
  const step = to.kind === 'datetime2' ? 10 ** Math.max(0, 6 - to.scale) : 1;
  const rounds = from.kind === 'datetime2' && to.kind === 'datetime2' && to.scale < from.scale && step > 1;
  if (!rounds) return from.kind === to.kind ? sql : `CAST(${sql} AS ${duckType(to)})`;
  return `make_timestamp((epoch_us(${sql}) + ${step / 2}) // ${step} * ${step})`;
}
