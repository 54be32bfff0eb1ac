/** An error as the client sees it: SQL Server's number, severity and wording. */
export class SqlError extends Error {
  readonly code = 'SQL_ERROR';
  readonly number: number;
  /** 14 refuses a person, 15 the wording, 16 the content, 20 ends the connection. */
  readonly severity: number;

  constructor(number: number, message: string, severity = 16) {
    super(message);
    this.name = 'SqlError';
    this.number = number;
    this.severity = severity;
  }
}

/** Number of what this endpoint refuses although SQL Server might not. */
export const REFUSED = 50_000;

export function loginFailed(principal: string): SqlError {
  return new SqlError(18_456, `Login failed for user '${principal}'.`, 14);
}
