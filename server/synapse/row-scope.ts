import 'server-only';
import { TYPES } from 'tedious';
import type { RowScope } from '#lib/scope.ts';
import { GOLD_TABLES } from '#server/gold/contract.ts';
import { type LakeTable, qualifiedName } from '#server/gold/table.ts';
import type { BoundParameter } from './parameters.ts';

/**
 * The predicate that keeps rows within a scope. It is written out in every question, so that the SQL in the file is
 * the SQL that runs; `requireRowScope` refuses a question that leaves it out.
 */
export function scopePredicate(alias: string): string {
  return `(@everyStore = 1 OR ${alias}.store_id IN (SELECT s.value FROM STRING_SPLIT(@storeIds, ',') AS s))`;
}

/** @throws RangeError where a store id holds the separator and so could widen the scope. */
export function bindScope(scope: RowScope): BoundParameter[] {
  const storeIds = scope.kind === 'all' ? [] : scope.storeIds;
  if (storeIds.some((id) => id === '' || id.includes(',')))
    throw new RangeError('A store id is empty or holds a comma');
  return [
    { name: 'everyStore', type: TYPES.Int, value: scope.kind === 'all' ? 1 : 0 },
    { name: 'storeIds', type: TYPES.VarChar, value: storeIds.join(',') },
  ];
}

const STORE_ROWS: ReadonlySet<string> = new Set(
  GOLD_TABLES.filter((table: LakeTable) => table.label !== 'General' && 'store_id' in table.columns).map(
    qualifiedName,
  ),
);

/**
 * Checks the text of a question when it is declared: only gold views, each with an alias, and the predicate for
 * every one that holds rows of stores.
 * @throws TypeError naming what is missing
 */
export function requireRowScope(question: string, sql: string, scoped: boolean): void {
  if (/--|\/\*|;|\[|"/.test(sql))
    throw new TypeError(`${question}: comments, brackets and quotes hide what is read`);
  const flat = sql.replace(/\s+/g, ' ');
  const sources = [...flat.matchAll(/\b(?:FROM|JOIN) ([a-z_]+\.[a-z_]+)(?: AS ([a-z]\w*))?/gi)];
  const named = flat.match(/\b(?:gold|silver|bronze|dbo|sys|information_schema)\s*\./gi) ?? [];
  if (named.length !== sources.length)
    throw new TypeError(`${question}: a view is read outside FROM and JOIN`);
  for (const [, view = '', alias = ''] of sources) {
    const name = view.toLowerCase();
    if (!GOLD_TABLES.some((table) => qualifiedName(table) === name)) {
      throw new TypeError(`${question}: ${view} is not a gold view`);
    }
    if (!STORE_ROWS.has(name)) continue;
    if (!scoped) throw new TypeError(`${question}: ${view} holds rows of stores and is read without a scope`);
    const predicate = scopePredicate(alias);
    if (!flat.includes(`WHERE ${predicate}`) && !flat.includes(`AND ${predicate}`)) {
      throw new TypeError(`${question}: ${view} AS ${alias} lacks the predicate ${predicate}`);
    }
  }
}
