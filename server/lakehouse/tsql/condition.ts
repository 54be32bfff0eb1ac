import { comparable } from './compare.ts';
import { readValue } from './expression.ts';
import { like } from './like.ts';
import { type Body, is, type Kind, kindOf, lineOf, type Node, requireOnly, wordsOf } from './node.ts';
import { readQuery } from './query.ts';
import { UntranslatableError } from './refusals.ts';
import type { Scope } from './scope.ts';
import type { Value } from './value.ts';

const COMPARISONS: { readonly [K in Kind]?: string } = {
  eq: '=',
  neq: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

const VALUES = new Set<Kind>(['literal', 'column', 'null', 'case', 'add', 'subquery', 'function']);

/** The DuckDB text of what stands after WHERE, ON, HAVING or WHEN. */
export function readCondition(node: Node, scope: Scope): string {
  const kind = kindOf(node);
  const comparison = COMPARISONS[kind];
  if (comparison) {
    const body = (node as { [K in Kind]: Body<'eq'> })[kind];
    requireOnly(body, 'left', 'right');
    return `(${comparable(readValue(body.left, scope), readValue(body.right, scope)).join(` ${comparison} `)})`;
  }
  if (is(node, 'and') || is(node, 'or')) {
    const body = is(node, 'and') ? node.and : node.or;
    requireOnly(body, 'left', 'right');
    return `(${readCondition(body.left, scope)} ${kind.toUpperCase()} ${readCondition(body.right, scope)})`;
  }
  if (is(node, 'paren')) return readCondition(node.paren.this, scope);
  if (is(node, 'not')) return `(NOT ${readCondition(node.not.this, scope)})`;
  if (is(node, 'like')) return like(node.like, scope);
  if (is(node, 'in')) return among(node.in, scope);
  if (is(node, 'between')) {
    const { this: value, low, high, not } = node.between;
    requireOnly(node.between, 'this', 'low', 'high', 'not');
    const [from, to] = [low, high].map((each) => comparable(readValue(value, scope), readValue(each, scope)));
    return `(${not ? 'NOT ' : ''}(${from?.join(' >= ')} AND ${to?.join(' <= ')}))`;
  }
  if (is(node, 'is_null')) {
    requireOnly(node.is_null, 'this', 'not');
    return `(${readValue(node.is_null.this, scope).sql} IS ${node.is_null.not ? 'NOT ' : ''}NULL)`;
  }
  if (is(node, 'exists')) {
    requireOnly(node.exists, 'this', 'not');
    return `(${node.exists.not ? 'NOT ' : ''}EXISTS (${readQuery(node.exists.this, scope).sql}))`;
  }
  const what = VALUES.has(kind) ? 'a value' : wordsOf(kind);
  throw new UntranslatableError(`${what} as a condition`, lineOf(node));
}

function among(body: Body<'in'>, scope: Scope): string {
  requireOnly(body, 'this', 'expressions', 'query', 'not');
  const not = body.not ? 'NOT ' : '';
  const value = readValue(body.this, scope);
  if (body.query) return `(${not}${amongRows(value, body.query, scope)})`;
  if (body.expressions.length === 0) throw new UntranslatableError('IN without values', lineOf(body));
  const pairs = body.expressions.map((each) => comparable(value, readValue(each, scope)));
  const left = pairs[0]?.[0];
  const plain = pairs.every((pair) => pair[0] === left);
  if (plain) return `(${left} ${not}IN (${pairs.map(([, right]) => right).join(', ')}))`;
  return `(${not}(${pairs.map((pair) => pair.join(' = ')).join(' OR ')}))`;
}

function amongRows(value: Value, query: Node, scope: Scope): string {
  const { sql, columns } = readQuery(query, scope);
  const [column, ...more] = columns ?? [];
  if (!column || more.length > 0)
    throw new UntranslatableError('IN a query of several columns', lineOf(query));
  const row: Value = {
    sql: '"row"."value"',
    type: column.type,
    ...(column.trimmed ? { trimmed: true } : {}),
  };
  const [left, right] = comparable(value, row);
  const rows = right === row.sql ? sql : `SELECT ${right} FROM (${sql}) AS "row" ("value")`;
  return `${left} IN (${rows})`;
}
