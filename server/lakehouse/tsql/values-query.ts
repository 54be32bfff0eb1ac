import type { ast } from '@polyglot-sql/sdk';
import { unify } from './branches.ts';
import { readValue } from './expression.ts';
import { lineOf, requireOnly } from './node.ts';
import type { Query } from './query.ts';
import { UntranslatableError } from './refusals.ts';
import type { Scope } from './scope.ts';
import { INT } from './sql-type.ts';

/** VALUES as a derived table: one type for each column. */
export function valuesQuery(body: ast.ExpressionInner<'values'>, scope: Scope): Query {
  requireOnly(body, 'expressions');
  const rows = body.expressions.map((row) => row.expressions.map((each) => readValue(each, scope)));
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width))
    throw new UntranslatableError('VALUES with rows of different lengths', lineOf(body));
  const columns = Array.from({ length: width }, (_, index) => unify(rows.flatMap((row) => row[index] ?? [])));
  const sql = rows
    .map((_, row) => `(${columns.map(({ values }) => values[row]?.sql).join(', ')})`)
    .join(', ');
  return {
    sql: `VALUES ${sql}`,
    columns: columns.map(({ type }) => ({ name: '', type: type.kind === 'null' ? INT : type })),
  };
}
