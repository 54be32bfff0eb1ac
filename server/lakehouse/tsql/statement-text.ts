import type { Lexeme } from './lexemes.ts';
import { TsqlSyntaxError, UntranslatableError } from './refusals.ts';

/** A chain of some 8,000 operators overflows the parser's stack, and after 40 of those it reads nothing any more. */
const MOST = { symbol: 4000, word: 10_000 };

/** The parser reads other statements, and other dialects, too. */
export function requireSelect(lexemes: readonly Lexeme[]): void {
  const [first] = lexemes;
  if (!first) throw new TsqlSyntaxError('', 1);
  if (!/^(select|with|\()$/i.test(first.text))
    throw new UntranslatableError(`the statement ${first.text.toUpperCase()}`, first.line);
  requireNoLooseComma(lexemes);
  for (const [kind, most] of Object.entries(MOST)) {
    const chained = lexemes.filter((lexeme) => lexeme.kind === kind && !/^[(),]$/.test(lexeme.text));
    if (chained.length > most) throw new UntranslatableError(`a statement of more than ${most} ${kind}s`);
  }
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
export function requireSpelling(called: ReadonlyMap<object, string>, lexemes: readonly Lexeme[]): void {
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

/** Blanks in place of comments, lines kept: T-SQL and the parser do not agree on where each ends. */
export function withoutComments(tsql: string, lexemes: readonly Lexeme[]): string {
  let text = tsql;
  for (const { kind, start, text: comment } of lexemes)
    if (kind === 'comment')
      text = text.slice(0, start) + comment.replaceAll(/[^\n]/g, ' ') + text.slice(start + comment.length);
  return text;
}
