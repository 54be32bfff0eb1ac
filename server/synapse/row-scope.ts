import 'server-only';
import { TYPES } from 'tedious';
import type { RowScope } from '#lib/scope.ts';
import { highestLabel, type SensitivityLabel } from '#lib/sensitivity.ts';
import { GOLD_TABLES } from '#server/gold/contract.ts';
import { type LakeTable, qualifiedName } from '#server/gold/table.ts';
import { goldReads } from './gold-reads.ts';
import type { BoundParameter } from './parameters.ts';

/** What a question writes where rows of stores are read: `WHERE inScope(d.store_id)`. */
const IN_SCOPE = /\binScope\(([a-z]\w*)\.store_id\)/g;
// The wire takes 2,100 parameters to a statement.
const MAX_STORES = 2_000;

/**
 * Puts a scope in its place in the SQL: a list of parameters, one per store, so that engines can skip whole files and
 * no value is ever part of the text.
 * @throws RangeError where the scope names no store, or more than a statement can carry
 */
export function withinScope(sql: string, scope: RowScope): { sql: string; parameters: BoundParameter[] } {
  if (scope.kind === 'all') return { sql: sql.replaceAll(IN_SCOPE, '1 = 1'), parameters: [] };
  if (scope.storeIds.length > MAX_STORES)
    throw new RangeError(`A scope names more than ${MAX_STORES} stores`);
  const parameters = scope.storeIds.map((value, at) => ({ name: `store${at}`, type: TYPES.VarChar, value }));
  const list = parameters.map(({ name }) => `@${name}`).join(', ');
  return {
    sql: sql.replaceAll(IN_SCOPE, (_, alias: string) => `${alias}.store_id IN (${list})`),
    parameters,
  };
}

const STORE_ROWS: ReadonlySet<string> = new Set(
  GOLD_TABLES.filter((table: LakeTable) => table.label !== 'General' && 'store_id' in table.columns).map(
    qualifiedName,
  ),
);

const PERSONAL: ReadonlySet<string> = new Set(
  GOLD_TABLES.filter((table: LakeTable) => table.label === 'Confidential - PII').map(qualifiedName),
);

/** That of the most sensitive gold view a question reads. */
export function labelOf(sql: string): SensitivityLabel {
  return highestLabel(
    GOLD_TABLES.filter((table) => new RegExp(`\\b${qualifiedName(table)}\\b`).test(sql)).map(
      ({ label }) => label,
    ),
  );
}

/** What a question may read beside what everybody's may: rows past a scope, or columns that say who somebody is. */
export interface Reading {
  readonly scoped: boolean;
  readonly personal?: boolean;
}

/**
 * Checks the text of a question when it is declared: only gold views are read, each that holds rows of stores
 * within a scope, and those that say who somebody is by no question but a reveal.
 * @throws TypeError naming what is missing
 */
export function requireRowScope(question: string, sql: string, { scoped, personal = false }: Reading): void {
  const refuse = (what: string): never => {
    throw new TypeError(`${question}: ${what}`);
  };
  if (/--|\/\*|;|\[|"/.test(sql)) refuse('comments, brackets and quotes hide what is read');
  const flat = sql.replace(/\s+/g, ' ');
  const sources = goldReads(flat);
  const named = flat.match(/\b(?:gold|silver|bronze|dbo|sys|information_schema)\s*\./gi) ?? [];
  if (named.length !== sources.length) refuse('a view is read outside FROM and JOIN');
  for (const { view, alias, table } of sources) {
    if (!table) refuse(`${view} is not a gold view`);
    if (PERSONAL.has(view) && !personal) refuse(`${view} says who somebody is and is read without a grant`);
    if (!STORE_ROWS.has(view)) continue;
    if (!scoped) refuse(`${view} holds rows of stores and is read without a scope`);
    const predicate = `inScope(${alias}.store_id)`;
    // As often as the name stands for such rows: it may stand for them in several parts of a question.
    const readings = sources.filter((it) => it.alias === alias && STORE_ROWS.has(it.view)).length;
    const asked = [`WHERE ${predicate}`, `AND ${predicate}`].map((text) => flat.split(text).length - 1);
    if ((asked[0] ?? 0) + (asked[1] ?? 0) < readings) refuse(`${view} AS ${alias} lacks ${predicate}`);
  }
  if (scoped && hasLooseChoice(flat))
    refuse('an OR stands beside the scope; put it in parentheses of its own');
}

/** Whether an OR stands at the level of a SELECT, where it would be a way round the predicate beside it. */
function hasLooseChoice(flat: string): boolean {
  const inner = /\(([^()]*)\)/;
  let rest = flat;
  for (let group = inner.exec(rest); group; group = inner.exec(rest)) {
    const [whole, text = ''] = group;
    if (/\bSELECT\b.*\bOR\b/i.test(text)) return true;
    rest = rest.replace(whole, () => ' ');
  }
  return /\bOR\b/i.test(rest);
}
