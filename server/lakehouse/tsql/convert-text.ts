import { asDecimal } from './merge-types.ts';
import { UntranslatableError } from './refusals.ts';
import { describe, duckType, isText, isWhole, type TextType, type TsqlType, typeText } from './sql-type.ts';
import { failing, quoteText, type Value } from './value.ts';

const DIGITS = '[0-9]+[.]?[0-9]*|[.][0-9]+';
const ISO_DATE = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
const ISO_MOMENT = `${ISO_DATE}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?`;
const COMPACT_DATE = '[0-9]{8}';

/** Text read as another type, by SQL Server's reading: '' is 0 as a number, '2.7' is no int, dates are ISO only. */
export function readText(value: Value, to: TsqlType, lenient: boolean): string {
  const { sql } = value;
  const cast = (text: string, type = duckType(to)) => `${lenient ? 'TRY_CAST' : 'CAST'}(${text} AS ${type})`;
  const matches = (pattern: string) => `regexp_full_match(${sql}, ' *(?:${pattern}) *')`;
  const unreadable = unreadableText(value, to);
  const otherwise = lenient ? '' : ` ELSE ${unreadable}`;
  const blank = ` WHEN trim(${sql}) = '' THEN 0`;
  const read = (pattern: string, rest = '') =>
    `(CASE WHEN ${sql} IS NULL THEN NULL WHEN ${matches(pattern)} THEN ${cast(sql)}${rest}${otherwise} END)`;

  if (isWhole(to)) return read('[+-]?[0-9]+', blank);
  if (to.kind === 'decimal') return read(`[+-]?(?:${DIGITS})`);
  if (to.kind === 'float') return read(`[+-]?(?:${DIGITS})(?:[eE][+-]?[0-9]+)?`, blank);
  if (to.kind !== 'date' && to.kind !== 'datetime2')
    throw new UntranslatableError(`${describe(value.type)} converted to ${describe(to)}`);

  const scale = to.kind === 'datetime2' ? to.scale : undefined;
  const moment = (text: string) => {
    const read = cast(text, 'TIMESTAMP');
    return scale === undefined ? `CAST(${read} AS DATE)` : roundMoment(read, scale);
  };
  if (value.literal !== undefined) {
    const text = value.literal.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
    if (!new RegExp(`^${ISO_MOMENT}$`).test(text))
      throw new UntranslatableError(
        `the date ${quoteText(value.literal)}, which is not written as yyyy-mm-dd`,
      );
    const places = text.split('.')[1]?.length ?? 0;
    const exact = scale === undefined ? !/[ T]/.test(text) : places <= scale;
    return exact ? cast(quoteText(text)) : moment(quoteText(text));
  }
  const strict = lenient ? 'try_strptime' : 'strptime';
  const notIso = failing('Text is read as a date only when it is written as yyyy-mm-dd.');
  return (
    `(CASE WHEN ${sql} IS NULL THEN NULL WHEN ${matches(ISO_MOMENT)} THEN ${moment(`trim(${sql})`)} ` +
    `WHEN ${matches(COMPACT_DATE)} THEN ${moment(`${strict}(trim(${sql}), '%Y%m%d')`)} ` +
    `WHEN regexp_matches(${sql}, '[0-9]') THEN ${notIso}${otherwise} END)`
  );
}

function unreadableText({ sql, type }: Value, to: TsqlType): string {
  if (to.kind === 'decimal' || to.kind === 'float')
    return failing(
      `Error converting data type ${type.kind} to ${to.kind === 'decimal' ? 'numeric' : to.kind}.`,
    );
  if (!isWhole(to))
    return failing('Conversion failed when converting date and/or time from character string.');
  const before = quoteText(`Conversion failed when converting the ${type.kind} value '`);
  return `error(concat(${before}, ${sql}, ${quoteText(`' to data type ${to.kind}.`)}))`;
}

/** A DuckDB timestamp, which keeps microseconds, at the scale of a datetime2. */
export function roundMoment(sql: string, scale: number): string {
  const step = 10 ** Math.max(0, 6 - scale);
  return step === 1 ? sql : `make_timestamp((epoch_us(${sql}) + ${step / 2}) // ${step} * ${step})`;
}

/** A value written as text, in CAST's own style; cut where T-SQL cuts it. */
export function writeText(value: Value, to: TextType): string {
  const { sql, type } = value;
  const needs = (length: number, text: string) => {
    if (to.length < length)
      throw new UntranslatableError(
        `${describe(type)} converted to ${describe(to)}, which may be too short,`,
      );
    return text;
  };
  if (isText(type)) return cutText(sql, type, to);
  if (type.kind === 'bit') return `(CASE ${sql} WHEN true THEN '1' WHEN false THEN '0' END)`;
  if (isWhole(type)) return needs(asDecimal(type).precision + 1, `CAST(${sql} AS VARCHAR)`);
  // DuckDB writes .5 where the type has no whole digits.
  if (type.kind === 'decimal')
    return needs(type.precision + 2, `regexp_replace(CAST(${sql} AS VARCHAR), '^(-?)[.]', '\\10.')`);
  if (type.kind === 'date') return needs(10, `strftime(${sql}, '%Y-%m-%d')`);
  if (type.kind === 'datetime2') return needs(27, momentText(sql, type.scale));
  throw new UntranslatableError(`${describe(type)} converted to ${describe(to)}`);
}

function momentText(sql: string, scale: number): string {
  const text = `strftime(${sql}, '%Y-%m-%d %H:%M:%S.%f')`;
  return scale === 7 ? `(${text} || '0')` : `left(${text}, ${scale === 0 ? 19 : 20 + scale})`;
}

function cutText(sql: string, from: TextType, to: TextType): string {
  const widens = to.kind === 'varchar' && from.kind === 'nvarchar';
  if (!Number.isFinite(to.length) || (to.length >= from.length && !widens)) return sql;
  if (to.kind === 'nvarchar') return `left(${sql}, ${to.length})`;
  // varchar counts UTF-8 bytes; where a character would be cut in two we rather stop than differ.
  const cutsBytes = `strlen(${sql}) > ${to.length} AND strlen(${sql}) <> length(${sql})`;
  const stop = failing(`Text beyond ASCII is longer than ${typeText(to)}.`);
  return `(CASE WHEN ${cutsBytes} THEN ${stop} ELSE left(${sql}, ${to.length}) END)`;
}
