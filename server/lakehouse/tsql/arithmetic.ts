import { convert } from './convert.ts';
import { asDecimal, decimalOf, mergeTypes } from './merge-types.ts';
import { UntranslatableError } from './refusals.ts';
import { type DecimalType, describe, duckType, isNumber, isText, MAX_PRECISION } from './sql-type.ts';
import { failing, type Value } from './value.ts';

export type Operator = '+' | '-' | '*' | '/' | '%';

/** `a operator b` with the result type of SQL Server's rules, where `+` also joins text. */
export function arithmetic(a: Value, operator: Operator, b: Value): Value {
  if (operator === '+' && (isText(a.type) || isText(b.type))) return join(a, b);
  const numeric = (value: Value) => isNumber(value.type) || value.type.kind === 'null';
  if (!numeric(a) || !numeric(b))
    throw new UntranslatableError(`${describe(a.type)} ${operator} ${describe(b.type)}`);
  if (a.type.kind === 'float' || b.type.kind === 'float') return floating(a, operator, b);
  if (a.type.kind === 'decimal' || b.type.kind === 'decimal') return exact(a, operator, b);
  const type = mergeTypes(a.type, b.type);
  const [left, right] = [convert(a, type).sql, convert(b, type).sql];
  const sign = operator === '/' ? '//' : operator;
  return { sql: guarded(`(${left} ${sign} ${right})`, operator, b), type };
}

/** The sum over the count, as SQL Server averages: whole numbers stay whole, decimals get at least 6 places. */
export function average(sum: Value, count: string): Value {
  const counted: Value = { sql: `NULLIF(${count}, 0)`, type: { kind: 'int' } };
  if (sum.type.kind !== 'decimal')
    return { ...sum, sql: `CAST(${sum.sql} // ${counted.sql} AS ${duckType(sum.type)})` };
  const scale = Math.max(sum.type.scale, 6);
  return quotient(sum, counted, { kind: 'decimal', precision: MAX_PRECISION, scale });
}

function join(a: Value, b: Value): Value {
  for (const { type } of [a, b])
    if (!isText(type) && type.kind !== 'null' && type.kind !== 'unknown')
      throw new UntranslatableError(`${describe(a.type)} + ${describe(b.type)}`);
  const type = mergeTypes(a.type, b.type);
  if (!isText(type)) return { sql: `(${a.sql} || ${b.sql})`, type: { kind: 'nvarchar', length: 4000 } };
  const length = [a.type, b.type].reduce((sum, each) => sum + (isText(each) ? each.length : 0), 0);
  const limit = type.kind === 'varchar' ? 8000 : 4000;
  return {
    sql: `(${a.sql} || ${b.sql})`,
    type: { kind: type.kind, length: Number.isFinite(length) ? Math.min(length, limit) : length },
  };
}

function floating(a: Value, operator: Operator, b: Value): Value {
  if (operator === '%') throw new UntranslatableError('% of float');
  const [left, right] = [convert(a, { kind: 'float' }).sql, convert(b, { kind: 'float' }).sql];
  return { sql: guarded(`(${left} ${operator} ${right})`, operator, b), type: { kind: 'float' } };
}

function exact(a: Value, operator: Operator, b: Value): Value {
  const left = asDecimal(a.type.kind === 'null' ? { kind: 'int' } : a.type, a.literal);
  const right = asDecimal(b.type.kind === 'null' ? { kind: 'int' } : b.type, b.literal);
  const type = resultType(left, operator, right);
  if (operator === '*' && left.scale + right.scale > MAX_PRECISION)
    throw new UntranslatableError(`${describe(left)} * ${describe(right)}, of more than 38 places,`);
  if (operator === '/')
    return { ...quotient(a, b, type), sql: guarded(quotient(a, b, type).sql, operator, b) };
  // DuckDB works in 64 bits where both sides fit, even if the result does not.
  const aligned = asDecimal(mergeTypes(left, right)).precision;
  const [x, y] =
    Math.max(type.precision, aligned) > 18
      ? [widened(a, left.scale), widened(b, right.scale)]
      : [a.sql, b.sql];
  return { sql: guarded(`CAST((${x} ${operator} ${y}) AS ${duckType(type)})`, operator, b), type };
}

/** learn.microsoft.com/sql/t-sql/data-types/precision-scale-and-length-transact-sql */
function resultType(a: DecimalType, operator: Operator, b: DecimalType): DecimalType {
  const [wholeA, wholeB, scale] = [a.precision - a.scale, b.precision - b.scale, Math.max(a.scale, b.scale)];
  const whole = Math.max(wholeA, wholeB);
  if (operator === '%') return decimalOf(Math.min(wholeA, wholeB), scale);
  if (operator === '+' || operator === '-') {
    const precision = whole + scale + 1;
    if (precision <= MAX_PRECISION) return { kind: 'decimal', precision, scale };
    return { kind: 'decimal', precision: MAX_PRECISION, scale: Math.min(scale, MAX_PRECISION - whole) };
  }
  const product = { digits: wholeA + wholeB + 1, scale: a.scale + b.scale };
  const ratio = { digits: wholeA + b.scale, scale: Math.max(6, a.scale + b.precision + 1) };
  const wanted = operator === '*' ? product : ratio;
  const precision = wanted.digits + wanted.scale;
  if (precision <= MAX_PRECISION) return { kind: 'decimal', precision, scale: wanted.scale };
  const room = wanted.digits < 32 ? MAX_PRECISION - wanted.digits : 6;
  return { kind: 'decimal', precision: MAX_PRECISION, scale: Math.min(wanted.scale, room) };
}

/** Division of exact numbers as whole numbers: digits beyond the result's scale are cut off, as SQL Server does. */
function quotient(a: Value, b: Value, type: DecimalType): Value {
  const [left, right] = [a, b].map((value) => {
    const scale = value.type.kind === 'decimal' ? value.type.scale : 0;
    return {
      scale,
      units: `CAST(${scale ? `${widened(value, scale)} * ${powerOfTen(scale)}` : value.sql} AS HUGEINT)`,
    };
  }) as [{ scale: number; units: string }, { scale: number; units: string }];
  const shift = type.scale - left.scale + right.scale;
  if (shift < 0)
    throw new UntranslatableError(`${describe(a.type)} / ${describe(b.type)}, whose scale is cut,`);
  const scaled = `${left.units} * CAST(${powerOfTen(shift)} AS HUGEINT)`;
  const unit = `CAST(0.${'1'.padStart(type.scale, '0')} AS DECIMAL(${type.scale},${type.scale}))`;
  return {
    sql: `CAST(CAST(${scaled} // ${right.units} AS DECIMAL(38,0)) * ${unit} AS ${duckType(type)})`,
    type,
  };
}

function widened({ sql }: Value, scale: number): string {
  return `CAST(${sql} AS DECIMAL(${MAX_PRECISION},${scale}))`;
}

function powerOfTen(exponent: number): string {
  return `CAST(1${'0'.repeat(exponent)} AS DECIMAL(${exponent + 1},0))`;
}

function guarded(sql: string, operator: Operator, divisor: Value): string {
  if (operator !== '/' && operator !== '%') return sql;
  if (/^[1-9]\d*$/.test(divisor.literal ?? '') || divisor.nonzero) return sql;
  return `(CASE WHEN ${divisor.sql} = 0 THEN ${failing('Divide by zero error encountered.')} ELSE ${sql} END)`;
}
