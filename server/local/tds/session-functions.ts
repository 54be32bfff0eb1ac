/** What a session says about itself when asked. */
export interface SessionFacts {
  readonly id: number;
  readonly database: string;
  readonly principal: string;
  readonly server: string;
}

const VERSION = 'Microsoft Azure SQL Data Warehouse - local endpoint over DuckDB';

// Quoted and commented text matches first and is left as it stands.
const LEXEME =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|(?:\[INFORMATION_SCHEMA\]|\bINFORMATION_SCHEMA)(?=\s*\.)|\[(?:[^\]]|\]\])*\]|@@\w+|\b(?:DB_NAME|USER_NAME|SUSER_NAME|SUSER_SNAME|ORIGINAL_LOGIN)\s*\(\s*\)/gi;

/**
 * Writes the answers of @@functions and of DB_NAME() and its like into the statement, and points
 * INFORMATION_SCHEMA at our own views: DuckDB has views of that name which speak of DuckDB's types.
 */
export function fillSessionFacts(statement: string, facts: SessionFacts): string {
  const text = (value: string) => `N'${value.replaceAll("'", "''")}'`;
  const answers: Readonly<Record<string, string>> = {
    '@@version': text(VERSION),
    '@@spid': String(facts.id),
    '@@servername': text(facts.server),
    '@@language': text('us_english'),
    '@@trancount': '0',
    '@@datefirst': '7',
    '@@max_precision': '38',
    '@@microsoftversion': String(0x10000000),
    'db_name()': text(facts.database),
    'user_name()': text(facts.principal),
    'suser_name()': text(facts.principal),
    'suser_sname()': text(facts.principal),
    'original_login()': text(facts.principal),
    information_schema: 'tsql_information_schema',
    '[information_schema]': 'tsql_information_schema',
  };
  return statement.replaceAll(LEXEME, (found) => answers[found.replaceAll(/\s/g, '').toLowerCase()] ?? found);
}
