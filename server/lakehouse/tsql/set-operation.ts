import { convert } from './convert.ts';
import { mergeTypes } from './merge-types.ts';
import { type Body, is, lineOf, type Node, requireOnly } from './node.ts';
import { type Query, readQuery, type Tail } from './query.ts';
import { UnknownNameError, UntranslatableError } from './refusals.ts';
import type { NamedColumn, Scope } from './scope.ts';
import { isText, type TsqlType, typeText } from './sql-type.ts';
import { ordered, rowLimits } from './tail.ts';
import { quoteName } from './value.ts';

/** UNION, EXCEPT and INTERSECT: names come from the first query, types from both. */
export function combined(operator: string, body: Body<'union'>, outer: Scope, outermost: boolean): Query {
  requireOnly(body, 'left', 'right', 'all', 'order_by', 'offset');
  if (body.all && operator !== 'UNION') throw new UntranslatableError(`${operator} ALL`, lineOf(body));
  for (const side of [body.left, body.right])
    if (
      operator === 'INTERSECT'
        ? is(side, 'union') || is(side, 'except')
        : is(side, 'intersect') && side === body.right
    )
      throw new UntranslatableError('INTERSECT beside other set operators without brackets', lineOf(body));
  const { right, tail } = withoutTail(body);
  if (!outermost && tail.order.length > 0 && !tail.offset)
    throw new UntranslatableError('ORDER BY in a derived table without TOP or OFFSET', lineOf(body.order_by));
  const queries = [readQuery(body.left, outer), readQuery(right, outer)];
  const columns = mergedColumns(queries[0], queries[1], operator);
  const sides = queries.map((query) => `(${fitted(query, columns)})`);
  const order = ordered(tail.order, columns, (node) => {
    throw is(node, 'column')
      ? new UnknownNameError('column', node.column.name.name, lineOf(node))
      : new UntranslatableError(`ORDER BY an expression after ${operator}`, lineOf(node));
  });
  const all = body.all ? ' ALL' : '';
  return { sql: `${sides.join(` ${operator}${all} `)}${order}${rowLimits(tail, outer)}`, columns };
}

/** The parser leaves a FETCH behind the last query with that query; it belongs to the whole. */
function withoutTail(body: Body<'union'>): { readonly right: Node; readonly tail: Tail } {
  const order = body.order_by?.expressions ?? [];
  if (!is(body.right, 'select'))
    return { right: body.right, tail: { order, offset: body.offset, fetch: null } };
  const { fetch } = body.right.select;
  return {
    right: { select: { ...body.right.select, fetch: null } },
    tail: { order, offset: body.offset, fetch },
  };
}

function mergedColumns(
  left: Query | undefined,
  right: Query | undefined,
  operator: string,
): readonly NamedColumn[] {
  if (!left?.columns || !right?.columns) throw new UntranslatableError(`* in a query of ${operator}`);
  if (left.columns.length !== right.columns.length)
    throw new UntranslatableError(`${operator} of queries with different numbers of columns`);
  return left.columns.map(({ name, type, trimmed }, index) => {
    const other = right.columns?.[index];
    const merged = other ? mergeTypes(type, other.type) : type;
    return { name, type: merged, ...(trimmed && other?.trimmed ? { trimmed } : {}) };
  });
}

function fitted({ sql, columns = [] }: Query, wanted: readonly NamedColumn[]): string {
  const alike = (a: TsqlType, b: TsqlType | undefined) =>
    b === undefined || b.kind === 'unknown' || typeText(a) === typeText(b) || (isText(a) && isText(b));
  if (columns.every(({ type }, index) => alike(type, wanted[index]?.type))) return sql;
  const names = columns.map((_, index) => quoteName(`c${index + 1}`));
  const converted = columns.map(({ type }, index) => {
    const value = { sql: `"side".${names[index]}`, type };
    const target = wanted[index];
    const fit = target && !alike(type, target.type) ? convert(value, target.type).sql : value.sql;
    return target?.name ? `${fit} AS ${quoteName(target.name)}` : fit;
  });
  return `SELECT ${converted.join(', ')} FROM (${sql}) AS "side" (${names.join(', ')})`;
}
