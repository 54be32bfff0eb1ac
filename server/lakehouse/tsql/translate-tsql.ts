import { Dialect, parse } from '@polyglot-sql/sdk';
import { CONTRACT_TABLES } from './catalogue.ts';
import { readLexemes } from './lexemes.ts';
import { parameterNames } from './parameters.ts';
import { type Query, readStatement } from './query.ts';
import { TsqlSyntaxError, UntranslatableError } from './refusals.ts';
import type { Statement } from './scope.ts';
import { parseType, type TsqlType, typeText, UNKNOWN } from './sql-type.ts';
import { requireSelect, requireSpelling, withoutComments } from './statement-text.ts';

export interface TranslatedQuery {
  /** DuckDB text; parameters stand in it as `$name`. */
  readonly sql: string;
  /** Names of the parameters used, in lower case, without @ or $. */
  readonly parameters: readonly string[];
  /** Name (empty where none is given) and T-SQL type of each column; undefined where a * hides them. */
  readonly columns: readonly ResultColumn[] | undefined;
}

export interface ResultColumn {
  readonly name: string;
  /** As `decimal(38,2)` or `nvarchar(64)`; `unknown` for an undeclared parameter or a table without contract. */
  readonly sqlType: string;
}

const KEPT = 500;
const LONGEST_KEPT = 50_000;
const kept = new Map<string, TranslatedQuery>();

/**
 * One T-SQL SELECT as the DuckDB SELECT that gives SQL Server's result. `parameterTypes` says what parameters were
 * declared as, by name without @; an undeclared one is refused where the result would depend on its type.
 * Throws UntranslatableError, UnknownNameError or TsqlSyntaxError.
 */
export function translateTsql(
  tsql: string,
  parameterTypes: Readonly<Record<string, string>> = {},
): TranslatedQuery {
  const key = JSON.stringify([tsql, parameterTypes]);
  const known = kept.get(key);
  if (known) return known;
  const translated = translate(tsql, declaredTypes(parameterTypes));
  if (key.length > LONGEST_KEPT) return translated;
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, translated);
  return translated;
}

function translate(tsql: string, types: Statement['parameters']): TranslatedQuery {
  const read = readLexemes(tsql);
  const lexemes = read.filter(({ kind }) => kind !== 'comment');
  requireSelect(lexemes);
  const parameters = parameterNames(lexemes);
  const text = withoutComments(tsql, read);
  const parsed = parse(text, Dialect.TSQL);
  if (!parsed.success && parsed.error.includes('E_GUARD_'))
    throw new UntranslatableError('nesting this deep', parsed.errorLine || undefined);
  if (!parsed.success) throw syntaxError(text, parsed);
  const [node, second] = parsed.ast;
  if (!node) throw new TsqlSyntaxError(tsql.slice(0, 20), 1);
  if (second) throw new UntranslatableError('a batch of several statements');
  const statement: Statement = {
    tables: CONTRACT_TABLES,
    parameters: types,
    met: new Set(),
    called: new Map(),
  };
  const query = readStatement(node, statement);
  requireSpelling(statement.called, lexemes);
  const astray = parameters.find((name) => !statement.met.has(name));
  if (astray !== undefined) throw new UntranslatableError(`@${astray} in this place`);
  return { sql: query.sql, parameters, columns: resultColumns(query) };
}

function resultColumns({ columns }: Query): readonly ResultColumn[] | undefined {
  return columns?.map(({ name, type }) => ({ name, sqlType: typeText(type) }));
}

function declaredTypes(written: Readonly<Record<string, string>>): Statement['parameters'] {
  const read = (type: string): TsqlType => {
    try {
      return parseType(type);
    } catch {
      // A type without a reading here may still be passed through.
      return UNKNOWN;
    }
  };
  return new Map(Object.entries(written).map(([name, type]) => [name.toLowerCase(), read(type)]));
}

function syntaxError(
  text: string,
  { errorStart, errorEnd, errorLine }: Partial<Record<'errorStart' | 'errorEnd' | 'errorLine', number>>,
) {
  const near = [...text].slice(errorStart, errorEnd).join('');
  return new TsqlSyntaxError(near, errorLine);
}
