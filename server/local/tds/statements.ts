import { SqlError } from './sql-errors.ts';

/** What a batch asks for: settings that are taken note of, then at most one statement. */
export interface Batch {
  /** Database named by `USE`, where one was. */
  readonly database: string | undefined;
  readonly settings: number;
  /** The statement left after the settings; empty where there is none. */
  readonly statement: string;
}

const SPACE = /(?:\s|;|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/y;
const USE = /USE\s+(?:\[([^\]]+)\]|"([^"]+)"|([\w$-]+))/iy;
/** Session settings change nothing that this endpoint answers, so they are accepted and left at that. */
const SETTING =
  /SET\s+(?:TRANSACTION\s+ISOLATION\s+LEVEL\s+(?:READ\s+(?:UN)?COMMITTED|REPEATABLE\s+READ|SNAPSHOT|SERIALIZABLE)|[a-z_]+(?:\s*,\s*[a-z_]+)*\s+(?:-?\d+|N?'[^']*'|[a-z_]+))(?![\w.])/iy;

/** @throws SqlError where a setting is not a session's. */
export function readBatch(text: string): Batch {
  let at = 0;
  let settings = 0;
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
    else if (take(SETTING)) settings += 1;
    else break;
  }
  const statement = text.slice(at).trim();
  if (/^SET\b/i.test(statement)) throw new SqlError(195, 'This SET is not a setting of a session.', 15);
  return { database, settings, statement };
}
