import { UntranslatableError } from './refusals.ts';
import { argument, count, type Rule } from './rule.ts';
import { describe, duckType, INT, isNumber, MAX_PRECISION, type TsqlType } from './sql-type.ts';
import type { Value } from './value.ts';

/** The type a number keeps through ABS, FLOOR, CEILING and ROUND; small whole numbers become int. */
function kept(type: TsqlType): TsqlType {
  return type.kind === 'tinyint' || type.kind === 'smallint' ? INT : type;
}

function number(value: Value, name: string): Value {
  if (!isNumber(value.type)) throw new UntranslatableError(`${name} of ${describe(value.type)}`);
  return value;
}

/** FLOOR and CEILING: a decimal loses its places, every other number keeps its type. */
const whole =
  (duck: 'floor' | 'ceil'): Rule =>
  (args, name) => {
    const { sql, type } = number(argument(count(args, name, 1), 0, name), name);
    const result: TsqlType = type.kind === 'decimal' ? { ...type, scale: 0 } : kept(type);
    return { sql: `CAST(${duck}(${sql}) AS ${duckType(result)})`, type: result };
  };

const abs: Rule = (args, name) => {
  const { sql, type } = number(argument(count(args, name, 1), 0, name), name);
  return { sql: `CAST(abs(${sql}) AS ${duckType(kept(type))})`, type: kept(type) };
};

/** Half away from zero, in the type of the argument. Binary fractions are refused: engines round them apart. */
const round: Rule = (args, name) => {
  const { sql, type } = number(argument(count(args, name, 2), 0, name), name);
  const places = argument(args, 1, name).literal;
  if (type.kind === 'float') throw new UntranslatableError('ROUND of float (CAST to decimal first)');
  if (places === undefined || !/^-?\d+$/.test(places))
    throw new UntranslatableError('ROUND to places not written out');
  // One digit more, so that 748.58 to thousands overflows, as in SQL Server, and is not taken for 0.
  const roomy =
    type.kind === 'decimal' && type.precision < MAX_PRECISION
      ? { ...type, precision: type.precision + 1 }
      : type;
  const rounded = `round(CAST(${sql} AS ${duckType(roomy)}), ${places})`;
  return { sql: `CAST(${rounded} AS ${duckType(kept(type))})`, type: kept(type) };
};

export const NUMBER_FUNCTIONS: Readonly<Record<string, Rule>> = {
  ABS: abs,
  CEILING: whole('ceil'),
  FLOOR: whole('floor'),
  ROUND: round,
};
