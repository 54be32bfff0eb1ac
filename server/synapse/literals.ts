import 'server-only';
import { TYPES } from 'tedious';
import type { BoundParameter } from './parameters.ts';

/**
 * The statement with its parameters written into it as typed literals, for a source that does not take
 * `sp_executesql` from every client. The values are those that would have been bound, in the same four types.
 * @throws TypeError where the SQL names a parameter that is not given, RangeError where a text has characters that
 * a literal cannot hold safely
 */
export function withLiterals(sql: string, parameters: readonly BoundParameter[]): string {
  const literals = new Map(parameters.map((parameter) => [parameter.name, literal(parameter)]));
  return sql.replaceAll(/@(\w+)/g, (_, name: string) => {
    const text = literals.get(name);
    if (text === undefined) throw new TypeError(`@${name} is not given`);
    return text;
  });
}

function literal({ name, type, value }: BoundParameter): string {
  if (type === TYPES.Date && value instanceof Date)
    return `CAST('${value.toISOString().slice(0, 10)}' AS date)`;
  if (type === TYPES.Int && Number.isSafeInteger(value)) return `CAST(${value} AS int)`;
  // Printable ASCII only: a line break after a backslash would vanish, and other letters depend on a code page.
  if (type === TYPES.VarChar && typeof value === 'string' && /^[\x20-\x7e]{1,8000}$/.test(value)) {
    return `CAST('${value.replaceAll("'", "''")}' AS varchar(${value.length}))`;
  }
  // N'…' is read as UTF-16 whatever the code page; control characters stay out, for the line break above all.
  if (type === TYPES.NVarChar && typeof value === 'string' && /^[^\p{C}]{0,4000}$/u.test(value)) {
    return `CAST(N'${value.replaceAll("'", "''")}' AS nvarchar(${Math.max(1, value.length)}))`;
  }
  throw new RangeError(`@${name} cannot be written as a literal`);
}
