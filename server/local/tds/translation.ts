import { TsqlSyntaxError, UnknownNameError, UntranslatableError } from '#server/lakehouse/tsql/refusals.ts';
import { type TranslatedQuery, translateTsql } from '#server/lakehouse/tsql/translate-tsql.ts';
import type { ParameterisedStatement } from './procedure-call.ts';
import { fillSessionFacts, type SessionFacts } from './session-facts.ts';
import { REFUSED, SqlError } from './sql-errors.ts';

/** The DuckDB text of what a client asked. @throws SqlError where it cannot be asked here. */
export function translateFor({ text, types }: ParameterisedStatement, facts: SessionFacts): TranslatedQuery {
  try {
    return translateTsql(fillSessionFacts(text, facts), types);
  } catch (error) {
    if (error instanceof UntranslatableError) throw new SqlError(REFUSED, error.message);
    if (error instanceof UnknownNameError) throw new SqlError(error.number, error.message);
    if (error instanceof TsqlSyntaxError) throw new SqlError(102, error.message, 15);
    throw error;
  }
}
