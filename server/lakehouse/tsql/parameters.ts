import type { Lexeme } from './lexemes.ts';
import { UntranslatableError } from './refusals.ts';

/** Names of the parameters of a statement, in lower case and without @, in order of first use. */
export function parameterNames(lexemes: readonly Lexeme[]): readonly string[] {
  const names = new Set<string>();
  for (const { kind, text, line } of lexemes) {
    const named = kind === 'session' || kind === 'parameter';
    if (named && !/^@[A-Za-z_]\w*$/.test(text)) throw new UntranslatableError(`the variable ${text}`, line);
    if (kind === 'parameter') names.add(text.slice(1).toLowerCase());
  }
  return [...names];
}

/** The parameter an identifier stands for: the parser hands on `@name` as an unquoted name. */
export function parameterOf(identifier: {
  readonly name: string;
  readonly quoted: boolean;
}): string | undefined {
  if (!identifier.name.startsWith('@')) return undefined;
  if (identifier.quoted) throw new UntranslatableError(`the name [${identifier.name}]`);
  return identifier.name.slice(1).toLowerCase();
}
