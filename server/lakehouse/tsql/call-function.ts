import { unify } from './branches.ts';
import { comparable } from './compare.ts';
import { convert } from './convert.ts';
import { writeText } from './convert-text.ts';
import { DATE_FUNCTIONS } from './date-functions.ts';
import { readValue } from './expression.ts';
import { is, lineOf, type Node } from './node.ts';
import { NUMBER_FUNCTIONS } from './number-functions.ts';
import { bareWord, type Call, readCall } from './read-call.ts';
import { UntranslatableError } from './refusals.ts';
import { argument, count, type Rule } from './rule.ts';
import type { Scope } from './scope.ts';
import { isMoment, isText, parseType } from './sql-type.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';
import type { Value } from './value.ts';
import { writtenType } from './written-type.ts';

const coalesce: Rule = (args, name) => {
  const { type, values } = unify(count(args, name, 2, 254));
  return { sql: `coalesce(${values.map(({ sql }) => sql).join(', ')})`, type };
};

/** Unlike COALESCE, the answer has the type of the first argument. */
const isNull: Rule = (args, name) => {
  const [first, second] = [argument(count(args, name, 2), 0, name), argument(args, 1, name)];
  if (first.type.kind === 'null') return second;
  if (first.type.kind === 'unknown')
    throw new UntranslatableError('ISNULL of a value whose type is not declared');
  return { sql: `coalesce(${first.sql}, ${convert(second, first.type).sql})`, type: first.type };
};

const nullIf: Rule = (args, name) => {
  const [first, second] = [argument(count(args, name, 2), 0, name), argument(args, 1, name)];
  const [left, right] = comparable(first, second);
  const never = /^0(\.0*)?$/.test(second.literal ?? '') ? { nonzero: true as const } : {};
  return {
    sql: `(CASE WHEN ${left} = ${right} THEN NULL ELSE ${first.sql} END)`,
    type: first.type,
    ...never,
  };
};

const RULES: Readonly<Record<string, Rule>> = {
  ...TEXT_FUNCTIONS,
  ...DATE_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  COALESCE: coalesce,
  ISNULL: isNull,
  NULLIF: nullIf,
};

/** Functions whose first argument is a bare word. */
const WORD_FIRST = new Set(['DATEADD', 'DATEDIFF', 'DATEPART']);

/** A call of a function known to give SQL Server's result. Throws UntranslatableError for any other. */
export function callFunction(node: Node, scope: Scope): Value | undefined {
  const call = readCall(node);
  if (!call) return undefined;
  scope.statement.called.set(node, call.name);
  if (call.name === 'CONVERT' || call.name === 'TRY_CONVERT') return converted(call, scope);
  const rule = Object.hasOwn(RULES, call.name) ? RULES[call.name] : undefined;
  if (!rule) throw new UntranslatableError(`the function ${call.name}`, lineOf(node));
  const word = WORD_FIRST.has(call.name) ? (bareWord(call.args[0]) ?? '') : undefined;
  const args = call.args.slice(word === undefined ? 0 : 1).map((each) => readValue(each, scope));
  return rule(args, call.name, word);
}

/** Styles that write a date alike on every server. */
const STYLES: Readonly<Record<string, string>> = { 23: '%Y-%m-%d', 112: '%Y%m%d', 120: '%Y-%m-%d %H:%M:%S' };

function converted({ name, args }: Call, scope: Scope): Value {
  const [target, operand, style] = args;
  if (!target || !operand || args.length > 3 || !is(target, 'data_type'))
    throw new UntranslatableError(`${name} in this form`);
  const to = parseType(writtenType(target.data_type));
  const value = readValue(operand, scope);
  if (!style) return convert(value, to, name === 'TRY_CONVERT');
  const written = readValue(style, scope).literal;
  const format = STYLES[written ?? ''];
  if (!format || !isText(to) || !isMoment(value.type))
    throw new UntranslatableError(`${name} with style ${written}`);
  const text: Value = { sql: `strftime(${value.sql}, '${format}')`, type: { kind: 'varchar', length: 19 } };
  return { sql: writeText(text, to), type: to };
}
