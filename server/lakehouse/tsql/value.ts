import type { TsqlType } from './sql-type.ts';

/** A piece of DuckDB text that stands for one value, with the type T-SQL gives it. */
export interface Value {
  /** Binds tighter than any operator: a name, a call, or in brackets. */
  readonly sql: string;
  readonly type: TsqlType;
  /** Text that never ends in blanks: what the lake holds does not. */
  readonly trimmed?: true;
  /** Is NULL rather than 0. */
  readonly nonzero?: true;
  /** What a literal says, as written in T-SQL. */
  readonly literal?: string;
}

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A value that fails when it is reached, in SQL Server's words. */
export function failing(message: string): string {
  return `error(${quoteText(message)})`;
}
