/** The statement is T-SQL, but no DuckDB statement is known that gives SQL Server's result. */
export class UntranslatableError extends Error {
  readonly code = 'TSQL_UNTRANSLATABLE';
  /** What was met, in SQL words: `PIVOT`, `the function FORMAT`. */
  readonly construct: string;
  /** 1-based line of the statement, where known. */
  readonly line: number | undefined;

  constructor(construct: string, line?: number) {
    super(`${construct} is not supported here${line === undefined ? '' : ` (line ${line})`}.`);
    this.name = 'UntranslatableError';
    this.construct = construct;
    this.line = line;
  }
}

/** The text is not one T-SQL statement; the message is worded as SQL Server's error 102. */
export class TsqlSyntaxError extends Error {
  readonly code = 'TSQL_SYNTAX';
  readonly line: number | undefined;

  constructor(near: string, line?: number) {
    super(`Incorrect syntax near '${near}'.`);
    this.name = 'TsqlSyntaxError';
    this.line = line;
  }
}

/** A name means nothing in the statement; number and message are SQL Server's. */
export class UnknownNameError extends Error {
  readonly code = 'TSQL_UNKNOWN_NAME';
  readonly number: 207 | 208;
  readonly line: number | undefined;

  constructor(what: 'column' | 'object', name: string, line?: number) {
    super(`Invalid ${what} name '${name}'.`);
    this.name = 'UnknownNameError';
    this.number = what === 'column' ? 207 : 208;
    this.line = line;
  }
}
