import { readValue } from './expression.ts';
import { type Body, requireOnly } from './node.ts';
import { UntranslatableError } from './refusals.ts';
import { asText } from './rule.ts';
import type { Scope } from './scope.ts';
import { failing } from './value.ts';

/** LIKE with % and _ only: DuckDB takes T-SQL's [sets] for ordinary letters. */
export function like(body: Body<'like'>, scope: Scope): string {
  requireOnly(body, 'left', 'right', 'escape');
  const value = asText(readValue(body.left, scope), 'LIKE');
  const pattern = asText(readValue(body.right, scope), 'LIKE');
  const escaping = body.escape && readValue(body.escape, scope).literal;
  if (body.escape && escaping?.length !== 1) throw new UntranslatableError('LIKE with this ESCAPE');
  if (pattern.literal?.includes('[')) throw new UntranslatableError('LIKE with a set of characters in [ ]');
  const stop = failing('LIKE with a set of characters in [ ] is not supported here.');
  const safe =
    pattern.literal === undefined
      ? `(CASE WHEN contains(${pattern.sql}, '[') THEN ${stop} ELSE ${pattern.sql} END)`
      : pattern.sql;
  return `(${value.sql} LIKE ${safe}${escaping ? ` ESCAPE '${escaping.replace("'", "''")}'` : ''})`;
}
