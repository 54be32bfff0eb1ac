import type { ast } from '@polyglot-sql/sdk';
import { UntranslatableError } from './refusals.ts';

export type Node = ast.Expression;
export type Kind = ast.ExpressionType;
export type Body<K extends Kind> = ast.ExpressionInner<K>;

/** What the parser notes about spelling and place, which no result depends on. */
const SPELLING = new Set([
  'alias_explicit_as',
  'alias_keyword',
  'comments',
  'explicit_asc',
  'inferred_type',
  'join_mark',
  'leading_comments',
  'original_name',
  'parenthesized',
  'post_select_comments',
  'pre_alias_comments',
  'quoted',
  'span',
  'trailing_comments',
  'use_inner_keyword',
  'use_outer_keyword',
]);

const WORDS: Readonly<Record<string, string>> = {
  all: 'GROUP BY ALL',
  catalog: 'a table name of three parts',
  deferred_condition: 'a join whose ON comes later',
  double_colon_syntax: '::',
  i_like: 'ILIKE',
  for_json: 'FOR JSON',
  for_xml: 'FOR XML',
  hints: 'a table hint',
  into: 'SELECT INTO',
  open_j_s_o_n: 'OPENJSON',
  null_safe_eq: 'IS NOT DISTINCT FROM',
  null_safe_neq: 'IS DISTINCT FROM',
  concat: '||',
  table_sample: 'TABLESAMPLE',
  windows: 'the WINDOW clause',
  with_ties: 'WITH TIES',
};

/** A node's kind; the parser writes every node as an object of one key, or as the bare kind. */
export function kindOf(node: Node): Kind {
  return (typeof node === 'string' ? node : Object.keys(node)[0]) as Kind;
}

export function is<K extends Kind>(node: Node, kind: K): node is Extract<Node, Record<K, unknown>> {
  return kindOf(node) === kind;
}

/** What is written where SQL has a word for it: `PIVOT`, `LIMIT`. */
export function wordsOf(name: string): string {
  return WORDS[name] ?? name.replaceAll('_', ' ').toUpperCase();
}

/**
 * Makes sure that a node says nothing beyond the fields its reader knows, so that a clause the translation has
 * never heard of is refused and not dropped.
 */
export function requireOnly<B extends object>(body: B, ...known: readonly (keyof B & string)[]): void {
  for (const [field, value] of Object.entries(body)) {
    const empty = value === null || value === undefined || value === false || value === '' || value === 0;
    if (empty || SPELLING.has(field) || (Array.isArray(value) && value.length === 0)) continue;
    if (!known.some((name) => name === field)) throw new UntranslatableError(wordsOf(field), lineOf(body));
  }
}

/** The line of the first name or call below a node. */
export function lineOf(node: unknown): number | undefined {
  if (node === null || typeof node !== 'object') return undefined;
  if ('span' in node && node.span !== null && typeof node.span === 'object' && 'line' in node.span)
    return Number(node.span.line);
  for (const part of Object.values(node)) {
    const line = lineOf(part);
    if (line !== undefined) return line;
  }
  return undefined;
}
