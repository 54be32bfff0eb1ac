import type { ast } from '@polyglot-sql/sdk';
import { type Body, is, type Kind, kindOf, lineOf, type Node, requireOnly, wordsOf } from './node.ts';
import { UntranslatableError } from './refusals.ts';
import { type NamedColumn, Scope, type Statement } from './scope.ts';
import { readSelect } from './select.ts';
import { combined } from './set-operation.ts';
import { quoteName, type Value } from './value.ts';

/** DuckDB text of a query and what its columns are; undefined where a * stands for a table no contract describes. */
export interface Query {
  readonly sql: string;
  readonly columns: readonly NamedColumn[] | undefined;
}

/** ORDER BY with its OFFSET and FETCH, wherever the parser left them. */
export interface Tail {
  readonly order: readonly ast.Ordered[];
  readonly offset: Node | null | undefined;
  readonly fetch: ast.Select['fetch'];
}

/** A query inside another; `outer` holds the names it may refer to. */
export function readQuery(node: Node, outer: Scope): Query {
  if (is(node, 'select')) return readSelect(node.select, outer, false);
  if (is(node, 'union')) return combined('UNION', node.union, outer, false);
  if (is(node, 'except')) return combined('EXCEPT', node.except, outer, false);
  if (is(node, 'intersect')) return combined('INTERSECT', node.intersect, outer, false);
  if (is(node, 'subquery') && !node.subquery.alias) {
    requireOnly(node.subquery, 'this');
    return readQuery(node.subquery.this, outer);
  }
  throw new UntranslatableError(`${wordsOf(kindOf(node))} as a query`, lineOf(node));
}

/** The statement as a whole: its common table expressions, then its query. */
export function readStatement(node: Node, statement: Statement): Query {
  const scope = new Scope(statement);
  if (is(node, 'select')) {
    const withs = commonTables(node.select.with, scope);
    return preceded(withs, readSelect({ ...node.select, with: null }, scope, true));
  }
  for (const operator of ['union', 'except', 'intersect'] as const) {
    const body = (node as { [K in Kind]?: Body<'union'> })[operator];
    if (!body) continue;
    const withs = commonTables(body.with, scope);
    return preceded(withs, combined(wordsOf(operator), { ...body, with: null }, scope, true));
  }
  if (is(node, 'subquery')) return readQuery(node, scope);
  throw new UntranslatableError(`the statement ${wordsOf(kindOf(node))}`, lineOf(node));
}

function preceded(withs: string, query: Query): Query {
  return { ...query, sql: withs + query.sql };
}

/** A query that stands for one value. */
export function scalarQuery(node: Node, scope: Scope): Value {
  const { sql, columns } = readQuery(node, scope);
  const [column, ...more] = columns ?? [];
  if (!column || more.length > 0)
    throw new UntranslatableError('a query of several columns as a value', lineOf(node));
  return { sql: `(${sql})`, type: column.type };
}

function commonTables(body: ast.Select['with'], scope: Scope): string {
  if (!body) return '';
  requireOnly(body, 'ctes');
  const tables = body.ctes.map((cte) => {
    requireOnly(cte, 'alias', 'this', 'columns', 'alias_first');
    const { name } = cte.alias;
    if (scope.withs.has(name.toLowerCase()))
      throw new UntranslatableError(`the name ${name} for two queries`);
    scope.withs.set(name.toLowerCase(), 'being read');
    const query = readQuery(cte.this, scope);
    const { columns, list } = renamed(query, cte.columns, name);
    scope.withs.set(name.toLowerCase(), columns);
    return `${quoteName(name)}${list} AS (${query.sql})`;
  });
  return `WITH ${tables.join(', ')} `;
}

/** The columns of a query under a name, by its own names or by those listed after it. */
export function renamed(
  query: Query,
  names: readonly ast.Identifier[],
  of: string,
): { columns: Query['columns']; list: string } {
  if (names.length === 0) {
    if (query.columns?.some(({ name }) => name === ''))
      throw new UntranslatableError(`a column without a name in ${of}`);
    const names = query.columns?.map((column) => column.name.toLowerCase()) ?? [];
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw new UntranslatableError(`the column ${twice} twice in ${of}`);
    return { columns: query.columns, list: '' };
  }
  if (query.columns?.length !== names.length)
    throw new UntranslatableError(`${names.length} names for the columns of ${of}`);
  const columns = query.columns.map((column, index) => ({ ...column, name: names[index]?.name ?? '' }));
  return { columns, list: ` (${columns.map(({ name }) => quoteName(name)).join(', ')})` };
}
