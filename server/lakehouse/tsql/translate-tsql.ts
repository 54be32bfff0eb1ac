import { Dialect, parse } from '@polyglot-sql/sdk';
import { CONTRACT_TABLES } from './catalogue.ts';
import { type Lexeme, readLexemes } from './lexemes.ts';
import { parameterNames } from './parameters.ts';
import { type Query, readStatement } from './query.ts';
import { TsqlSyntaxError, UntranslatableError } from './refusals.ts';
import type { Statement } from './scope.ts';
import { parseType, type TsqlType, typeText, UNKNOWN } from './sql-type.ts';

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
/** A chain of some 8,000 operators overflows the parser's stack, and after 40 of those it reads nothing any more. */
const MOST_CHAINED = 4000;
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

/** Blanks in place of comments, lines kept: T-SQL and the parser do not agree on where each ends. */
function withoutComments(tsql: string, lexemes: readonly Lexeme[]): string {
  let text = tsql;
  for (const { kind, start, text: comment } of lexemes)
    if (kind === 'comment')
      text = text.slice(0, start) + comment.replaceAll(/[^\n]/g, ' ') + text.slice(start + comment.length);
  return text;
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

/** The parser reads other statements, and other dialects, too. */
function requireSelect(lexemes: readonly Lexeme[]): void {
  const [first] = lexemes;
  if (!first) throw new TsqlSyntaxError('', 1);
  if (!/^(select|with|\()$/i.test(first.text))
    throw new UntranslatableError(`the statement ${first.text.toUpperCase()}`, first.line);
  requireNoLooseComma(lexemes);
  const chained = lexemes.filter(
    ({ kind, text }) => kind === 'word' || (kind === 'symbol' && !/^[(),]$/.test(text)),
  );
  if (chained.length > MOST_CHAINED)
    throw new UntranslatableError(`a statement of more than ${MOST_CHAINED} words and operators`);
}

/** The parser forgives a comma before the next clause. */
function requireNoLooseComma(lexemes: readonly Lexeme[]): void {
  for (const [index, { text }] of lexemes.entries()) {
    const next = lexemes[index + 1];
    if (text === ',' && next && /^(?:\)|;|,|from|where|group|having|order|offset|union|as)$/i.test(next.text))
      throw new TsqlSyntaxError(next.text, next.line);
  }
}

/** The parser reads LENGTH as LEN and CEIL as CEILING: each call must be spelt as T-SQL spells it. */
function requireSpelling(called: ReadonlyMap<object, string>, lexemes: readonly Lexeme[]): void {
  const written = new Map<string, number>();
  for (const [index, { kind, text }] of lexemes.entries())
    if (kind === 'word' && lexemes[index + 1]?.text === '(')
      written.set(text.toUpperCase(), (written.get(text.toUpperCase()) ?? 0) + 1);
  for (const name of called.values()) {
    const left = (written.get(name) ?? 0) - 1;
    if (left < 0) throw new UntranslatableError(`another spelling of ${name}`);
    written.set(name, left);
  }
}

function syntaxError(
  text: string,
  { errorStart, errorEnd, errorLine }: Partial<Record<'errorStart' | 'errorEnd' | 'errorLine', number>>,
) {
  const near = [...text].slice(errorStart, errorEnd).join('');
  return new TsqlSyntaxError(near, errorLine);
}
