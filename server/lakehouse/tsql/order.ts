import type { ast } from '@polyglot-sql/sdk';
import { readValue } from './expression.ts';
import { lineOf, requireOnly } from './node.ts';
import { UntranslatableError } from './refusals.ts';
import type { Scope } from './scope.ts';

/** ORDER BY's items inside a window or an aggregate. NULL sorts lowest in SQL Server. */
export function orderedBy(items: readonly ast.Ordered[], scope: Scope): string {
  return items.map((item) => `${sortKey(item, scope)}${direction(item)}`).join(', ');
}

function sortKey(item: ast.Ordered, scope: Scope): string {
  const value = readValue(item.this, scope);
  if (value.literal !== undefined) throw new UntranslatableError('ORDER BY a constant', lineOf(item));
  return value.sql;
}

export function direction(item: ast.Ordered): string {
  requireOnly(item, 'this', 'desc');
  if (item.nulls_first !== null && item.nulls_first !== undefined)
    throw new UntranslatableError('NULLS FIRST or LAST', lineOf(item));
  return item.desc ? ' DESC NULLS LAST' : ' ASC NULLS FIRST';
}
