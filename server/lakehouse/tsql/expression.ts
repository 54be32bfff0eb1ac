import { readAggregate } from './aggregate.ts';
import { arithmetic, type Operator } from './arithmetic.ts';
import { branches } from './branches.ts';
import { callFunction } from './call-function.ts';
import { convert } from './convert.ts';
import { literalValue } from './literal.ts';
import { type Body, is, type Kind, kindOf, lineOf, type Node, requireOnly, wordsOf } from './node.ts';
import { parameterOf } from './parameters.ts';
import { scalarQuery } from './query.ts';
import { UntranslatableError } from './refusals.ts';
import type { Scope } from './scope.ts';
import { duckType, isNumber, parseType, UNKNOWN } from './sql-type.ts';
import type { Value } from './value.ts';
import { windowed } from './window.ts';
import { writtenType } from './written-type.ts';

const OPERATORS: { readonly [K in Kind]?: Operator } = { add: '+', sub: '-', mul: '*', div: '/', mod: '%' };

/** Divisors and conversions are written out more than once, which nesting multiplies. */
const LONGEST = 2_000_000;

/** What T-SQL lets pass for a comparison only, or not at all. */
const REFUSED: { readonly [K in Kind]?: string } = {
  ...Object.fromEntries(
    ['eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'and', 'or', 'not', 'in', 'between', 'is_null', 'exists'].map(
      (kind) => [kind, 'a condition as a value'],
    ),
  ),
  boolean: 'a boolean literal',
  star: '* among values',
  dot: 'a column name of three parts',
  parameter: 'a parameter other than @name',
};

/** The DuckDB text and T-SQL type of an expression. Throws UntranslatableError by name, with the line. */
export function readValue(node: Node, scope: Scope): Value {
  try {
    const value = translated(node, scope);
    if (value.sql.length > LONGEST) throw new UntranslatableError('an expression this large');
    return value;
  } catch (error) {
    if (!(error instanceof UntranslatableError) || error.line !== undefined) throw error;
    throw new UntranslatableError(error.construct, lineOf(node));
  }
}

function translated(node: Node, scope: Scope): Value {
  const kind = kindOf(node);
  const operator = OPERATORS[kind];
  if (operator) {
    const body = (node as { [K in Kind]: Body<'add'> })[kind];
    requireOnly(body, 'left', 'right');
    return arithmetic(readValue(body.left, scope), operator, readValue(body.right, scope));
  }
  if (is(node, 'literal')) return literalValue(node.literal);
  if (is(node, 'null')) return { sql: 'NULL', type: { kind: 'null' } };
  if (is(node, 'column')) return columnValue(node.column, scope);
  if (is(node, 'paren')) return readValue(node.paren.this, scope);
  if (is(node, 'neg')) return negative(readValue(node.neg.this, scope));
  if (is(node, 'case') || is(node, 'if_func')) return branches(node, scope);
  if (is(node, 'cast')) return castValue(node.cast, scope, false);
  if (is(node, 'try_cast')) return castValue(node.try_cast, scope, true);
  if (is(node, 'collation')) return collated(node.collation, scope);
  if (is(node, 'subquery')) return scalarQuery(node, scope);
  if (is(node, 'window_function')) return windowed(node.window_function, scope);
  const found = readAggregate(node, scope, '') ?? callFunction(node, scope);
  if (!found) throw new UntranslatableError(REFUSED[kind] ?? wordsOf(kind), lineOf(node));
  return found;
}

function columnValue(body: Body<'column'>, scope: Scope): Value {
  requireOnly(body, 'name', 'table');
  const line = lineOf(body);
  const parameter = body.table ? undefined : parameterOf(body.name);
  if (parameter === undefined) return scope.column(body.name.name, body.table?.name, line);
  return parameterValue(parameter, scope);
}

/** A declared parameter is held to its type, whatever the client's driver binds. */
function parameterValue(name: string, scope: Scope): Value {
  const type = scope.statement.parameters.get(name) ?? UNKNOWN;
  scope.statement.met.add(name);
  if (type.kind === 'unknown') return { sql: `$${name}`, type };
  return { sql: `CAST($${name} AS ${duckType(type)})`, type };
}

function negative(value: Value): Value {
  if (!isNumber(value.type)) throw new UntranslatableError(`- of ${value.type.kind}`);
  const literal = value.literal === undefined ? {} : { literal: `-${value.literal}` };
  return { sql: `(- ${value.sql})`, type: value.type, ...literal };
}

function castValue(body: Body<'cast'>, scope: Scope, lenient: boolean): Value {
  requireOnly(body, 'this', 'to');
  scope.statement.called.set(body, lenient ? 'TRY_CAST' : 'CAST');
  return convert(readValue(body.this, scope), parseType(writtenType(body.to)), lenient);
}

/** Text is compared under this collation already, so naming it changes nothing. */
function collated(body: Body<'collation'>, scope: Scope): Value {
  if (body.collation.toLowerCase() !== 'latin1_general_100_bin2_utf8')
    throw new UntranslatableError(`the collation ${body.collation}`, lineOf(body));
  return readValue(body.this, scope);
}
