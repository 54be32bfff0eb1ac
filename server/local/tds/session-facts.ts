import { type Lexeme, readLexemes } from '#server/lakehouse/tsql/lexemes.ts';

/** What a session says about itself when asked. */
export interface SessionFacts {
  readonly id: number;
  readonly database: string;
  readonly principal: string;
  readonly server: string;
}

const VERSION = 'Microsoft Azure Synapse SQL (local endpoint over DuckDB)';

/**
 * Writes the answers of `@@SPID`, `DB_NAME()` and their like into the statement, and points INFORMATION_SCHEMA at
 * our own views: DuckDB has views of that name which speak of DuckDB's types.
 * @throws TsqlSyntaxError, UntranslatableError
 */
export function fillSessionFacts(statement: string, facts: SessionFacts): string {
  const lexemes = readLexemes(statement);
  let filled = '';
  let end = 0;
  for (const [at, lexeme] of lexemes.entries()) {
    const found = answerTo(lexeme, lexemes.slice(at + 1, at + 3), facts);
    if (!found) continue;
    filled += statement.slice(end, lexeme.start) + found.answer;
    end = found.end;
  }
  return filled + statement.slice(end);
}

function answerTo(lexeme: Lexeme, next: readonly Lexeme[], facts: SessionFacts) {
  const word = lexeme.text.toLowerCase();
  const [first, second] = next;
  const end = lexeme.start + lexeme.text.length;
  if (lexeme.kind === 'session') {
    const answer = variables(facts)[word];
    return answer === undefined ? undefined : { answer, end };
  }
  if (first?.text === '.' && /^(?:information_schema|\[information_schema\])$/.test(word))
    return { answer: 'tsql_information_schema', end };
  if (lexeme.kind !== 'word' || first?.text !== '(' || second?.text !== ')') return undefined;
  const answer = functions(facts)[word];
  return answer === undefined ? undefined : { answer, end: second.start + 1 };
}

function variables({ id, server }: SessionFacts): Readonly<Record<string, string>> {
  return {
    '@@max_precision': '38',
    '@@microsoftversion': String(0x1000_0000),
    '@@servername': text(server),
    '@@spid': String(id),
    '@@trancount': '0',
    '@@version': text(VERSION),
  };
}

function functions({ database, principal }: SessionFacts): Readonly<Record<string, string>> {
  const who = text(principal);
  return { db_name: text(database), original_login: who, suser_name: who, suser_sname: who, user_name: who };
}

function text(value: string): string {
  return `N'${value.replaceAll("'", "''")}'`;
}
