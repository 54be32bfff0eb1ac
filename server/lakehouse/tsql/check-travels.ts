import { type Lexeme, readLexemes } from './lexemes.ts';
import { TsqlSyntaxError, UnknownNameError, UntranslatableError } from './refusals.ts';
import { translateTsql } from './translate-tsql.ts';

/** What T-SQL servers, Synapse and the translation do not all read alike, as words in a row. */
const AVOIDED: Readonly<Record<string, RegExp>> = {
  'GROUPING SETS': /^GROUPING SETS/,
  ROLLUP: /^ROLLUP/,
  CUBE: /^CUBE/,
  PIVOT: /^(UN)?PIVOT \(/,
  'TOP WITH TIES': /^WITH TIES/,
  PERCENTILE_CONT: /^PERCENTILE_(CONT|DISC) \(/,
  FORMAT: /^FORMAT \(/,
  'the WINDOW clause': /^WINDOW \S+ AS \(/,
  'IS DISTINCT FROM': /^IS (NOT )?DISTINCT FROM/,
  '||': /^\|\|/,
  '::': /^::/,
  LIMIT: /^LIMIT [\d@(]/,
  'a boolean literal': /^(TRUE|FALSE) (?!\.)/,
  'SELECT *': /^(SELECT|ALL|DISTINCT|,|\.) \*/,
};
const LONGEST_ROW = 4;

/**
 * Lists every construct of a statement that does not travel, with its line; empty where all of it does. A `view` may
 * not be sorted either. Whatever the translation refuses is on the list too.
 */
export function checkTravels(tsql: string, as: 'question' | 'view' = 'question'): string[] {
  try {
    const lexemes = readLexemes(tsql).filter(({ kind }) => kind !== 'comment');
    const avoided = lexemes.flatMap((lexeme, at) => avoidedAt(lexemes, lexeme, at));
    return [...new Set([...avoided, ...(as === 'view' ? sorting(lexemes) : []), ...refused(tsql)])];
  } catch (error) {
    return [refusal(error)];
  }
}

function avoidedAt(lexemes: readonly Lexeme[], { line }: Lexeme, at: number): string[] {
  const row = lexemes
    .slice(at, at + LONGEST_ROW)
    .map(({ kind, text }) => (kind === 'text' ? "''" : text.toUpperCase()));
  return Object.entries(AVOIDED)
    .filter(([, pattern]) => pattern.test(`${row.join(' ')} `))
    .map(([construct]) => `${construct} (line ${line})`);
}

/** ORDER BY outside all brackets. */
function sorting(lexemes: readonly Lexeme[]): string[] {
  let depth = 0;
  for (const [at, { kind, text, line }] of lexemes.entries()) {
    if (kind === 'symbol') depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    const sorts = kind === 'word' && /^order$/i.test(text) && /^by$/i.test(lexemes[at + 1]?.text ?? '');
    if (sorts && depth === 0) return [`ORDER BY in a view (line ${line})`];
  }
  return [];
}

function refused(tsql: string): string[] {
  try {
    const { columns = [] } = translateTsql(tsql);
    return columns.some(({ name }) => name === '') ? ['a column without a name'] : [];
  } catch (error) {
    return [refusal(error)];
  }
}

function refusal(error: unknown): string {
  const at = (line: number | undefined) => (line === undefined ? '' : ` (line ${line})`);
  if (error instanceof UntranslatableError) return `${error.construct}${at(error.line)}`;
  if (error instanceof TsqlSyntaxError || error instanceof UnknownNameError)
    return `${error.message}${at(error.line)}`;
  throw error;
}
