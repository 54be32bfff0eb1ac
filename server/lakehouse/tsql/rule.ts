import { convert } from './convert.ts';
import { UntranslatableError } from './refusals.ts';
import { describe, INT, isMoment, isText, isWhole, type TextType, typeText } from './sql-type.ts';
import type { Value } from './value.ts';

/** How one T-SQL function is written in DuckDB; `word` is the bare word it was given, as in DATEADD(day, …). */
export type Rule = (args: readonly Value[], name: string, word: string | undefined) => Value;

/** The arguments, where their number is one the function takes. */
export function count(args: readonly Value[], name: string, least: number, most = least): readonly Value[] {
  if (args.length < least || args.length > most)
    throw new UntranslatableError(`${name} with ${args.length} arguments`);
  return args;
}

/** Argument `index`, required. */
export function argument(args: readonly Value[], index: number, name: string): Value {
  const value = args[index];
  if (!value) throw new UntranslatableError(`${name} with ${args.length} arguments`);
  return value;
}

export function asText(value: Value, name: string): Value & { readonly type: TextType } {
  if (value.type.kind === 'null')
    return { sql: 'CAST(NULL AS VARCHAR)', type: { kind: 'varchar', length: 1 } };
  if (value.type.kind === 'unknown') return { ...value, type: { kind: 'nvarchar', length: 4000 } };
  if (!isText(value.type)) throw new UntranslatableError(`${name} of ${describe(value.type)} without a CAST`);
  return { ...value, type: value.type };
}

export function asWhole(value: Value, name: string): Value {
  if (isWhole(value.type)) return value;
  if (value.type.kind === 'unknown' || value.type.kind === 'null') return convert(value, INT);
  throw new UntranslatableError(`${name} with a ${describe(value.type)} argument`);
}

export function asMoment(value: Value, name: string): Value {
  if (isMoment(value.type)) return value;
  const what = value.type.kind === 'unknown' ? 'a value whose type is not declared' : typeText(value.type);
  throw new UntranslatableError(`${name} of ${what} without a CAST to date or datetime2`);
}
