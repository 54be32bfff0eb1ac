import type { Lexeme } from './lexemes.ts';
import { UntranslatableError } from './refusals.ts';

/** Opens the identifier that stands for a parameter; a private-use character, so no real name begins so. */
const MARK = '\uE000';

export interface MarkedStatement {
  /** The statement without comments, each `@name` written as a bracketed identifier; lines stay where they are. */
  readonly text: string;
  /** Names in lower case, without @, in order of first use. */
  readonly parameters: readonly string[];
}

/** Sets parameters apart from identifiers, because the parser takes `@name` for an operator in some places. */
export function markParameters(tsql: string, lexemes: readonly Lexeme[]): MarkedStatement {
  const parameters = new Set<string>();
  let text = '';
  let end = 0;
  for (const lexeme of lexemes) {
    text += tsql.slice(end, lexeme.start) + marked(lexeme, parameters);
    end = lexeme.start + lexeme.text.length;
  }
  return { text: text + tsql.slice(end), parameters: [...parameters] };
}

function marked({ kind, text, line }: Lexeme, parameters: Set<string>): string {
  if (kind === 'session') throw new UntranslatableError(`the variable ${text}`, line);
  if (kind === 'comment') return text.replaceAll(/[^\n]/g, ' ');
  if (kind === 'name' && text.includes(MARK)) throw new UntranslatableError(`the name ${text}`, line);
  if (kind !== 'parameter') return text;
  if (!/^@[A-Za-z_]\w*$/.test(text)) throw new UntranslatableError(`the variable ${text}`, line);
  const name = text.slice(1).toLowerCase();
  parameters.add(name);
  return `[${MARK}${name}]`;
}

/** The parameter an identifier stands for, if it does. */
export function parameterName(identifier: string): string | undefined {
  return identifier.startsWith(MARK) ? identifier.slice(MARK.length) : undefined;
}
