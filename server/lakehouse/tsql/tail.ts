import type { ast } from '@polyglot-sql/sdk';
import { readValue } from './expression.ts';
import { is, lineOf, type Node, requireOnly } from './node.ts';
import { direction } from './order.ts';
import type { Query, Tail } from './query.ts';
import { UntranslatableError } from './refusals.ts';
import type { Scope } from './scope.ts';
import { quoteName, type Value } from './value.ts';

/** ORDER BY of a query: positions, names of its columns, else whatever `readValue` makes of the item. */
export function ordered(
  items: readonly ast.Ordered[],
  columns: Query['columns'],
  read: (node: Node) => Value,
): string {
  if (items.length === 0) return '';
  return ` ORDER BY ${items.map((item) => `${sortKey(item.this, columns, read)}${direction(item)}`).join(', ')}`;
}

function sortKey(node: Node, columns: Query['columns'], read: (node: Node) => Value): string {
  if (is(node, 'column') && !node.column.table) {
    const wanted = node.column.name.name.toLowerCase();
    const fits = columns?.filter(({ name }) => name.toLowerCase() === wanted) ?? [];
    if (fits.length > 1)
      throw new UntranslatableError(`ORDER BY ${wanted}, which names two columns,`, lineOf(node));
    if (fits[0]) return quoteName(fits[0].name);
  }
  if (is(node, 'literal')) {
    const position = Number(node.literal.value);
    const within = columns === undefined || position <= columns.length;
    if (node.literal.literal_type === 'number' && Number.isInteger(position) && position >= 1 && within)
      return `${position}`;
    throw new UntranslatableError('ORDER BY a constant', lineOf(node));
  }
  return read(node).sql;
}

/** OFFSET and FETCH, which T-SQL allows behind ORDER BY only. */
export function rowLimits({ order, offset, fetch }: Tail, scope: Scope): string {
  if (!offset && !fetch) return '';
  if (!offset || order.length === 0)
    throw new UntranslatableError('FETCH or OFFSET without ORDER BY … OFFSET');
  if (fetch) requireOnly(fetch, 'direction', 'count', 'rows');
  const most = fetch?.count ? ` LIMIT ${readValue(fetch.count, scope).sql}` : '';
  return `${most} OFFSET ${readValue(offset, scope).sql}`;
}
