import { TsqlSyntaxError, UntranslatableError } from './refusals.ts';

export interface MarkedStatement {
  /** The statement with each `@name` written as a bracketed identifier that starts with U+E000. */
  readonly text: string;
  /** Names without the @, in order of first use. */
  readonly parameters: readonly string[];
}

// In this order one alternative matches at each place: what is quoted or commented is never looked into.
const LEXEME =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|\[(?:[^\]]|\]\])*\]|--[^\n]*|\/\*[\s\S]*?\*\/|@@?[\p{L}\p{N}_@#$]*|['"[]|\/\*/gu;

/** Sets parameters apart from identifiers before parsing. Throws on an unclosed quote and on session variables. */
export function markParameters(tsql: string): MarkedStatement {
  const parameters = new Set<string>();
  const text = tsql.replaceAll(LEXEME, (lexeme, offset: number) => {
    const line = tsql.slice(0, offset).split('\n').length;
    if (lexeme === "'" || lexeme === '"' || lexeme === '[' || lexeme === '/*')
      throw new TsqlSyntaxError(tsql.slice(offset, offset + 20), line);
    if (/^["[]\uE000/.test(lexeme)) throw new UntranslatableError(`the identifier ${lexeme}`, line);
    if (!lexeme.startsWith('@')) return lexeme;
    if (!/^@[A-Za-z_]\w*$/.test(lexeme)) throw new UntranslatableError(`the variable ${lexeme}`, line);
    parameters.add(lexeme.slice(1));
    return `[\uE000${lexeme.slice(1)}]`;
  });
  return { text, parameters: [...parameters] };
}
