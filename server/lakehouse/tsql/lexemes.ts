import { TsqlSyntaxError, UntranslatableError } from './refusals.ts';

export type LexemeKind = 'comment' | 'text' | 'name' | 'session' | 'parameter' | 'word' | 'number' | 'symbol';

/** A word, sign or quoted stretch of a statement, as written. */
export interface Lexeme {
  readonly kind: LexemeKind;
  readonly text: string;
  readonly start: number;
  /** 1-based. */
  readonly line: number;
}

// At each place the first alternative that fits is taken, so nothing quoted or commented is looked into.
const LEXEME = new RegExp(
  [
    String.raw`(?<comment>--[^\n]*|/\*[\s\S]*?\*/)`,
    "(?<text>[Nn]?'(?:[^']|'')*')",
    String.raw`(?<name>\[(?:[^\]]|\]\])+\]|"(?:[^"]|"")+")`,
    String.raw`(?<session>@@[\p{L}\p{N}_@#$]*)`,
    String.raw`(?<parameter>@[\p{L}\p{N}_@#$]+)`,
    String.raw`(?<word>[\p{L}_#][\p{L}\p{N}_@#$]*)`,
    String.raw`(?<number>(?:0[xX][0-9a-fA-F]*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))`,
    String.raw`(?<symbol>::|\|\||<=|>=|<>|!=|[-+*/%=<>(),.;~&|^])`,
    String.raw`(?<unknown>\S)`,
  ].join('|'),
  'gu',
);

/** Cuts a statement into lexemes. Throws TsqlSyntaxError where a quote or comment is not closed. */
export function readLexemes(tsql: string): readonly Lexeme[] {
  if (!tsql.isWellFormed()) throw new UntranslatableError('half a surrogate pair');
  const lexemes: Lexeme[] = [];
  let line = 1;
  let counted = 0;
  for (const { 0: text, index: start, groups = {} } of tsql.matchAll(LEXEME)) {
    line += newlines(tsql.slice(counted, start));
    counted = start;
    if (groups['unknown'] !== undefined) throw new TsqlSyntaxError(tsql.slice(start, start + 20), line);
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) as LexemeKind;
    if (kind === 'comment' && text.indexOf('/*', 2) > 0 && text.startsWith('/*'))
      throw new UntranslatableError('a comment within a comment', line);
    if (text.includes('\0')) throw new UntranslatableError('the character NUL', line);
    if (kind === 'text' && /\\\r?\n/.test(text))
      throw new UntranslatableError('a text continued with \\', line);
    lexemes.push({ kind, text, start, line });
  }
  return lexemes;
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}
