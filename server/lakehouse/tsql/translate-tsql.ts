import { Dialect, parse, transpile } from '@polyglot-sql/sdk';
import { markParameters } from './mark-parameters.ts';
import { TsqlSyntaxError, UntranslatableError } from './refusals.ts';

export interface TranslatedQuery {
  /** DuckDB text; parameters stand in it as `$name`. */
  readonly sql: string;
  /** Names of the parameters used, without @ or $. */
  readonly parameters: readonly string[];
}

/**
 * One T-SQL SELECT as the DuckDB SELECT that gives the same result.
 * Throws UntranslatableError (by name) or TsqlSyntaxError.
 */
export function translateTsql(tsql: string): TranslatedQuery {
  const { text, parameters } = markParameters(tsql);
  const parsed = parse(text, Dialect.TSQL);
  if (!parsed.success)
    throw new TsqlSyntaxError(text.slice(parsed.errorStart, parsed.errorEnd), parsed.errorLine);
  const [statement, ...others] = parsed.ast;
  if (!statement || others.length > 0) throw new UntranslatableError('a batch of several statements');
  if (!('select' in statement || 'union' in statement || 'intersect' in statement || 'except' in statement))
    throw new UntranslatableError(`the statement ${Object.keys(statement)[0]?.toUpperCase()}`);
  const duck = transpile(text, Dialect.TSQL, Dialect.DuckDB);
  if (!duck.success || !duck.sql?.[0]) throw new TsqlSyntaxError(text.slice(0, 20));
  return { sql: duck.sql[0].replaceAll(/"\uE000(\w+)"/g, '$$$1'), parameters };
}
