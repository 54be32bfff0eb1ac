import type { ast } from '@polyglot-sql/sdk';
import { readCondition } from './condition.ts';
import { readValue } from './expression.ts';
import { fromClause } from './from.ts';
import { is, lineOf, type Node, requireOnly } from './node.ts';
import type { Query } from './query.ts';
import { TsqlSyntaxError, UnknownNameError, UntranslatableError } from './refusals.ts';
import { type NamedColumn, Scope, type Source } from './scope.ts';
import { INT } from './sql-type.ts';
import { ordered, rowLimits } from './tail.ts';
import { quoteName, type Value } from './value.ts';

/** One SELECT; `outermost` where its ORDER BY settles the order of the answer. */
export function readSelect(body: ast.Select, outer: Scope, outermost: boolean): Query {
  requireOnly(
    body,
    ...(['expressions', 'from', 'joins', 'where_clause', 'group_by', 'having', 'order_by'] as const),
    ...(['offset', 'fetch', 'distinct', 'top'] as const),
  );
  if (body.expressions.length === 0) throw new TsqlSyntaxError('SELECT', lineOf(body));
  const scope = new Scope(outer.statement, outer);
  const from = body.from || body.joins.length > 0 ? ` FROM ${fromClause(body, scope)}` : '';
  const items = body.expressions.map((each) => selectItem(each, scope));
  const list = items.map(({ sql }) => sql).join(', ');
  const open = items.some(({ columns }) => columns === undefined);
  const columns = open ? undefined : items.flatMap((item) => item.columns ?? []);
  const where = body.where_clause ? ` WHERE ${readCondition(body.where_clause.this, scope)}` : '';
  const group = body.group_by ? ` GROUP BY ${grouped(body.group_by, scope)}` : '';
  const having = body.having ? ` HAVING ${readCondition(body.having.this, scope)}` : '';
  const tail = { order: body.order_by?.expressions ?? [], offset: body.offset?.this, fetch: body.fetch };
  if (!outermost && tail.order.length > 0 && !body.top && !tail.offset)
    throw new UntranslatableError('ORDER BY in a derived table without TOP or OFFSET', lineOf(body.order_by));
  const order = ordered(tail.order, columns, (node) => readValue(node, scope));
  const limits = body.top ? topRows(body.top, body, scope) : rowLimits(tail, scope);
  const distinct = body.distinct ? 'DISTINCT ' : '';
  return { sql: `SELECT ${distinct}${list}${from}${where}${group}${having}${order}${limits}`, columns };
}

function selectItem(
  node: Node,
  scope: Scope,
): { readonly sql: string; readonly columns: readonly NamedColumn[] | undefined } {
  if (is(node, 'star')) return star(node.star, scope);
  if (!is(node, 'alias')) {
    const value = readValue(node, scope);
    const name = is(node, 'column') ? node.column.name.name : '';
    return named(value, value.sql.startsWith('$') || value.sql.startsWith('CAST($') ? '' : name);
  }
  requireOnly(node.alias, 'this', 'alias');
  return named(readValue(node.alias.this, scope), node.alias.alias.name);
}

function named(value: Value, name: string) {
  const type = value.type.kind === 'null' ? INT : value.type;
  const sql = value.type.kind === 'null' ? 'CAST(NULL AS INTEGER)' : value.sql;
  const column: NamedColumn = { name, type, ...(value.trimmed ? { trimmed: true } : {}) };
  return { sql: name === '' ? sql : `${sql} AS ${quoteName(name)}`, columns: [column] };
}

function star(body: ast.ExpressionInner<'star'>, scope: Scope) {
  requireOnly(body, 'table');
  const one =
    body.table && scope.sources.find(({ name }) => name.toLowerCase() === body.table?.name.toLowerCase());
  if (body.table && !one) throw new UnknownNameError('object', body.table.name, lineOf(body));
  const sources: readonly Source[] = one ? [one] : scope.sources;
  if (sources.length === 0) throw new UntranslatableError('* without FROM');
  const sql = sources.map(({ name, columns }) =>
    columns
      ? columns.map((column) => `${quoteName(name)}.${quoteName(column.name)}`).join(', ')
      : `${quoteName(name)}.*`,
  );
  const known = sources.every(({ columns }) => columns !== undefined);
  return {
    sql: sql.join(', '),
    columns: known ? sources.flatMap(({ columns }) => columns ?? []) : undefined,
  };
}

/** Expressions over the sources only: a name of the SELECT list or a position means nothing here in T-SQL. */
function grouped(body: ast.GroupBy, scope: Scope): string {
  requireOnly(body, 'expressions');
  return body.expressions
    .map((each) => {
      const value = readValue(each, scope);
      if (value.literal !== undefined) throw new UntranslatableError('GROUP BY a constant', lineOf(each));
      return value.sql;
    })
    .join(', ');
}

function topRows(top: NonNullable<ast.Select['top']>, body: ast.Select, scope: Scope): string {
  requireOnly(top, 'this');
  if (!top.parenthesized && !is(top.this, 'literal')) throw new TsqlSyntaxError('TOP', lineOf(top));
  if (body.offset || body.fetch) throw new UntranslatableError('TOP with OFFSET');
  return ` LIMIT ${readValue(top.this, scope).sql}`;
}
