import { REFUSED, SqlError } from './sql-errors.ts';

/** What a batch asks for: settings that are taken note of, then at most one statement. */
export interface Batch {
  /** Database named by `USE`, where one was. */
  readonly database: string | undefined;
  /** The statement left after the settings; empty where there is none. */
  readonly statement: string;
}

const SPACE = /(?:[\s;]+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/y;
const USE = /USE\s+(?:\[([^\]]+)\]|"([^"]+)"|([\w$-]+))/iy;
/** A session's setting; most change nothing that is answered here, so they are taken note of and left at that. */
const SETTING =
  /SET\s+(?:TRANSACTION\s+ISOLATION\s+LEVEL\s+(?:READ\s+(?:UN)?COMMITTED|REPEATABLE\s+READ|SNAPSHOT|SERIALIZABLE)|[a-z_]+(?:\s*,\s*[a-z_]+)*\s+(?:-?\d+|N?'[^']*'|[a-z_]+))(?![\w.])/iy;

/** Those that would change an answer, or leave it out. */
const CHANGES_ANSWERS =
  /\bROWCOUNT\s+0*[1-9]|\b(?:FMTONLY|NOEXEC|PARSEONLY|SHOWPLAN_\w+)\b.*\sON$|\b(?:ANSI_NULLS|ANSI_WARNINGS|CONCAT_NULL_YIELDS_NULL|QUOTED_IDENTIFIER)\b.*\sOFF$/is;

/** @throws SqlError where a setting is not a session's, or would change answers. */
export function readBatch(text: string): Batch {
  let at = 0;
  let database: string | undefined;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    take(SPACE);
    const use = take(USE);
    if (use) database = use[1] ?? use[2] ?? use[3];
    else {
      const [setting] = take(SETTING) ?? [];
      if (setting === undefined) break;
      if (CHANGES_ANSWERS.test(setting)) throw new SqlError(REFUSED, `${setting} is not supported here.`);
    }
  }
  const statement = text.slice(at).trim();
  if (/^SET\b/i.test(statement)) throw new SqlError(195, 'This SET is not a setting of a session.', 15);
  return { database, statement };
}
