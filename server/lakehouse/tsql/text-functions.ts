import { writeText } from './convert-text.ts';
import { UntranslatableError } from './refusals.ts';
import { argument, asText, asWhole, count, type Rule } from './rule.ts';
import { INT, isText, type TextType } from './sql-type.ts';
import { failing, type Value } from './value.ts';

const simple =
  (write: (sql: string) => string): Rule =>
  (args, name) => {
    count(args, name, 1);
    const text = asText(argument(args, 0, name), name);
    return { sql: write(text.sql), type: text.type };
  };

/** LEFT and RIGHT: a negative length is an error, as in T-SQL, and does not count from the other end. */
const end =
  (duck: 'left' | 'right'): Rule =>
  (args, name) => {
    count(args, name, 2);
    const text = asText(argument(args, 0, name), name);
    const length = nonNegative(asWhole(argument(args, 1, name), name), name);
    return { sql: `${duck}(${text.sql}, ${length})`, type: text.type };
  };

function nonNegative(length: Value, name: string): string {
  if (/^\d+$/.test(length.literal ?? '')) return length.sql;
  const stop = failing(`Invalid length parameter passed to the ${name} function.`);
  return `(CASE WHEN ${length.sql} < 0 THEN ${stop} ELSE ${length.sql} END)`;
}

/** Characters from `start`, where places before the first count towards the length. */
const substring: Rule = (args, name) => {
  count(args, name, 3);
  const text = asText(argument(args, 0, name), name);
  const start = asWhole(argument(args, 1, name), name);
  const length = nonNegative(asWhole(argument(args, 2, name), name), name);
  if (/^[1-9]\d*$/.test(start.literal ?? ''))
    return { sql: `substring(${text.sql}, ${start.sql}, ${length})`, type: text.type };
  const from = `(CASE WHEN ${start.sql} < 1 THEN 1 ELSE ${start.sql} END)`;
  const left = `${start.sql} + ${length} - ${from}`;
  return {
    sql: `substring(${text.sql}, ${from}, (CASE WHEN ${left} < 0 THEN 0 ELSE ${left} END))`,
    type: text.type,
  };
};

const replace: Rule = (args, name) => {
  count(args, name, 3);
  const [text, from, to] = [0, 1, 2].map((index) => asText(argument(args, index, name), name).sql);
  const wide = args.some(({ type }) => type.kind === 'nvarchar' || type.kind === 'unknown');
  return {
    sql: `replace(${text}, ${from}, ${to})`,
    type: wide ? { kind: 'nvarchar', length: 4000 } : { kind: 'varchar', length: 8000 },
  };
};

/** NULL counts as empty text; whatever is not text is written as CAST writes it. */
const concat: Rule = (args, name) => {
  count(args, name, 2, 254);
  const texts = args.map(asWords);
  const wide = texts.some(({ type }) => type.kind === 'nvarchar');
  const length = texts.reduce((sum, { type }) => sum + type.length, 0);
  const limit = wide ? 4000 : 8000;
  return {
    sql: `concat(${texts.map(({ sql }) => sql).join(', ')})`,
    type: {
      kind: wide ? 'nvarchar' : 'varchar',
      length: Number.isFinite(length) ? Math.max(1, Math.min(length, limit)) : length,
    },
  };
};

/** A value as words among others, text as it is. */
export function asWords(value: Value): Value & { readonly type: TextType } {
  if (isText(value.type) || value.type.kind === 'null' || value.type.kind === 'unknown')
    return asText(value, 'CONCAT');
  const type: TextType = { kind: 'varchar', length: 40 };
  return { sql: writeText(value, type), type };
}

const len: Rule = (args, name) => {
  count(args, name, 1);
  const text = asText(argument(args, 0, name), name);
  const type = Number.isFinite(text.type.length) ? INT : ({ kind: 'bigint' } as const);
  return {
    sql: `CAST(length(rtrim(${text.sql})) AS ${type.kind === 'bigint' ? 'BIGINT' : 'INTEGER'})`,
    type,
  };
};

export const TEXT_FUNCTIONS: Readonly<Record<string, Rule>> = {
  CONCAT: concat,
  LEFT: end('left'),
  LEN: len,
  LOWER: simple((sql) => `lower(${sql})`),
  LTRIM: simple((sql) => `ltrim(${sql})`),
  REPLACE: replace,
  RIGHT: end('right'),
  RTRIM: simple((sql) => `rtrim(${sql})`),
  SUBSTRING: substring,
  TRIM: simple((sql) => `trim(${sql})`),
  UPPER: simple((sql) => `upper(${sql})`),
};

/** STRING_SPLIT's rows as a derived table of one column, `value`. */
export function stringSplit(args: readonly Value[]): { readonly sql: string; readonly type: TextType } {
  count(args, 'STRING_SPLIT', 2);
  const text = asText(argument(args, 0, 'STRING_SPLIT'), 'STRING_SPLIT');
  const separator = argument(args, 1, 'STRING_SPLIT');
  if ([...(separator.literal ?? '')].length !== 1 || !isText(separator.type))
    throw new UntranslatableError('STRING_SPLIT by anything but one written character');
  const kind = separator.type.kind === 'nvarchar' ? 'nvarchar' : text.type.kind;
  return {
    sql: `(SELECT unnest(string_split(${text.sql}, ${separator.sql})) AS "value")`,
    type: { kind, length: text.type.length },
  };
}
