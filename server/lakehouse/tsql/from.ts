import type { ast } from '@polyglot-sql/sdk';
import { readCondition } from './condition.ts';
import { readValue } from './expression.ts';
import { is, kindOf, lineOf, type Node, requireOnly, wordsOf } from './node.ts';
import { readQuery, renamed } from './query.ts';
import { readCall } from './read-call.ts';
import { UnknownNameError, UntranslatableError } from './refusals.ts';
import { Scope } from './scope.ts';
import { stringSplit } from './text-functions.ts';
import { quoteName } from './value.ts';
import { valuesQuery } from './values-query.ts';

/** Schemas a question may read; nothing else of the engine can be reached. */
const SCHEMAS = new Set(['gold', 'silver', 'information_schema', 'tsql_information_schema', 'sys']);

const JOINS: { readonly [K in ast.JoinKind]?: string } = {
  Inner: 'INNER JOIN',
  Left: 'LEFT JOIN',
  Right: 'RIGHT JOIN',
  Full: 'FULL JOIN',
};

/** FROM and its joins; what they bring in is added to `scope`. */
export function fromClause(body: ast.Select, scope: Scope): string {
  const first = body.from?.expressions.map((each) =>
    sourceOf(each, scope, new Scope(scope.statement, scope.outer, scope.withs)),
  );
  return [first?.join(', ') ?? '', ...body.joins.map((each) => joined(each, scope))].join(' ');
}

function joined(join: ast.Join, scope: Scope): string {
  requireOnly(join, 'this', 'on', 'kind');
  if (join.kind === 'CrossApply') return `CROSS JOIN LATERAL ${sourceOf(join.this, scope, scope)}`;
  if (join.kind === 'OuterApply') return `LEFT JOIN LATERAL ${sourceOf(join.this, scope, scope)} ON true`;
  const source = sourceOf(join.this, scope, new Scope(scope.statement, scope.outer, scope.withs));
  if (join.kind === 'Cross' && !join.on) return `CROSS JOIN ${source}`;
  const words = JOINS[join.kind];
  if (!words || !join.on) throw new UntranslatableError(`a join of kind ${join.kind}`, lineOf(join));
  return `${words} ${source} ON ${readCondition(join.on, scope)}`;
}

/** One table, derived table or function; `visible` holds the names its own query may use. */
function sourceOf(node: Node, scope: Scope, visible: Scope): string {
  if (is(node, 'table')) return tableSource(node.table, scope);
  if (is(node, 'subquery')) return derivedSource(node.subquery, scope, visible);
  const aliased = is(node, 'alias') ? node.alias : undefined;
  const inner = aliased?.this ?? node;
  const call = readCall(inner);
  if (call?.name !== 'STRING_SPLIT')
    throw new UntranslatableError(
      call ? `${call.name} in FROM` : `${wordsOf(kindOf(inner))} in FROM`,
      lineOf(node),
    );
  if (aliased) requireOnly(aliased, 'this', 'alias');
  scope.statement.called.set(inner, call.name);
  const { sql, type } = stringSplit(call.args.map((each) => readValue(each, visible)));
  const name = aliased?.alias.name ?? 'STRING_SPLIT';
  scope.add({ name, columns: [{ name: 'value', type }] }, lineOf(node));
  return `${sql} AS ${quoteName(name)}`;
}

function tableSource(body: ast.TableRef, scope: Scope): string {
  requireOnly(body, 'name', 'schema', 'alias');
  const line = lineOf(body);
  const name = body.alias?.name ?? body.name.name;
  const as = ` AS ${quoteName(name)}`;
  if (!body.schema) {
    const known = body.name.name.toLowerCase();
    if (!scope.withs.has(known)) throw new UnknownNameError('object', body.name.name, line);
    const columns = scope.withs.get(known);
    if (columns === 'being read') throw new UntranslatableError('a query that reads itself', line);
    scope.add({ name, columns }, line);
    return `${quoteName(body.name.name)}${as}`;
  }
  const qualified = `${body.schema.name}.${body.name.name}`;
  // A name such as "../x.parquet" would make DuckDB look for a file.
  const reachable = SCHEMAS.has(body.schema.name.toLowerCase()) && /^[A-Za-z_]\w*$/.test(body.name.name);
  if (!reachable) throw new UnknownNameError('object', qualified, line);
  scope.add({ name, columns: scope.statement.tables.get(qualified.toLowerCase()) }, line);
  return `${quoteName(body.schema.name)}.${quoteName(body.name.name)}${as}`;
}

function derivedSource(body: ast.ExpressionInner<'subquery'>, scope: Scope, visible: Scope): string {
  requireOnly(body, 'this', 'alias', 'column_aliases');
  if (!body.alias) throw new UntranslatableError('a derived table without a name', lineOf(body));
  const query = is(body.this, 'values')
    ? valuesQuery(body.this.values, visible)
    : readQuery(body.this, visible);
  const { columns, list } = renamed(query, body.column_aliases, body.alias.name);
  scope.add({ name: body.alias.name, columns }, lineOf(body));
  return `(${query.sql}) AS ${quoteName(body.alias.name)}${list}`;
}
