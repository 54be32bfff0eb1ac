import { Connection, type ConnectionConfiguration, Request } from 'tedious';
import type { DataType } from 'tedious/lib/data-type.js';

/** tedious with promises, for tests: what comes back is what tedious made of it. */
export interface Answer {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly types: Readonly<Record<string, string>>;
  readonly rowCount: number | undefined;
}

export interface Parameter {
  readonly name: string;
  readonly type: DataType;
  readonly value: unknown;
  readonly precision?: number;
  readonly scale?: number;
}

export const SQL_LOGIN = { login: 'reader', password: 'päss;wörd' } as const;

type Options = ConnectionConfiguration['options'];

export async function signIn(
  port: number,
  options: Options = {},
  authentication: ConnectionConfiguration['authentication'] = {
    type: 'default',
    options: { userName: SQL_LOGIN.login, password: SQL_LOGIN.password },
  },
): Promise<Connection> {
  return open({
    server: '127.0.0.1',
    authentication,
    options: { port, encrypt: false, database: 'retail', requestTimeout: 30_000, ...options },
  });
}

/** A connection that is signed in. Rejects where nobody answers or the login is refused. */
export async function open(configuration: ConnectionConfiguration): Promise<Connection> {
  const connection = new Connection(configuration);
  await new Promise<void>((resolve, reject) => {
    connection.once('connect', (error) => (error ? reject(error) : resolve()));
    connection.connect();
  });
  return connection;
}

/** Ends the connection and waits until it is gone. */
export async function signOut(connection: Connection): Promise<void> {
  if (connection.closed) return;
  const ended = new Promise((resolve) => connection.once('end', resolve));
  connection.close();
  await ended;
}

/** One SQL batch. */
export function batch(connection: Connection, sql: string): Promise<Answer> {
  return gather(sql, (request) => connection.execSqlBatch(request));
}

/** One call of `sp_executesql`. */
export function ask(
  connection: Connection,
  sql: string,
  parameters: readonly Parameter[] = [],
): Promise<Answer> {
  return gather(sql, (request) => {
    for (const { name, type, value, ...facets } of parameters)
      request.addParameter(name, type, value, facets);
    connection.execSql(request);
  });
}

function gather(sql: string, send: (request: Request) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const rows: Record<string, unknown>[] = [];
    const types: Record<string, string> = {};
    const request = new Request(sql, (error, rowCount) =>
      error ? reject(error) : resolve({ rows, types, rowCount }),
    );
    request.on('columnMetadata', (columns) => {
      for (const { colName, type } of Object.values(columns)) types[colName] = type.name;
    });
    request.on('row', (columns: { metadata: { colName: string }; value: unknown }[]) => {
      rows.push(Object.fromEntries(columns.map(({ metadata, value }) => [metadata.colName, value])));
    });
    send(request);
  });
}
