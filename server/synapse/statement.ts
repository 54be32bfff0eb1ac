import 'server-only';
import { type Connection, Request } from 'tedious';
import { megabytesBilled } from './data-processed.ts';
import { withLiterals } from './literals.ts';
import type { BoundParameter } from './parameters.ts';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly BoundParameter[];
  /** Rows to fetch at most; the rest is cancelled at the source. */
  readonly rowCap: number;
}

/** How parameters travel: bound by `sp_executesql`, or written into the text as typed literals. */
export type ParameterTransport = 'bound' | 'literals';

export interface StatementResult {
  readonly columns: readonly string[];
  /** Values by column, as the driver reads them. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly truncated: boolean;
  /** What the source bills for it; undefined where it does not say. */
  readonly megabytesBilled?: number | undefined;
}

export interface RunningStatement {
  /** Settles as soon as the outcome is known; on abort at once, with the signal's reason. */
  readonly result: Promise<StatementResult>;
  /** Resolves when the connection may carry another request: a cancel has been acknowledged, or the socket is gone. */
  readonly idle: Promise<void>;
}

interface WireColumn {
  readonly metadata: { readonly colName: string };
  readonly value: unknown;
}

/** Asks the source, with every parameter typed; never more than one statement per connection at a time. */
export function runStatement(
  connection: Connection,
  { sql, parameters, rowCap }: Statement,
  transport: ParameterTransport,
  signal: AbortSignal,
): RunningStatement {
  const { promise: result, resolve, reject } = Promise.withResolvers<StatementResult>();
  const { promise: idle, resolve: becomeIdle } = Promise.withResolvers<void>();
  let columns: readonly string[] = [];
  let truncated = false;
  let billed: number | undefined;
  const listen = ({ message }: { readonly message: string }): void => {
    billed ??= megabytesBilled(message);
  };
  connection.on('infoMessage', listen);
  const rows: Record<string, unknown>[] = [];

  const request = new Request(transport === 'bound' ? sql : withLiterals(sql, parameters), (error) => {
    signal.removeEventListener('abort', abort);
    connection.off('infoMessage', listen);
    becomeIdle();
    if (error && !truncated) reject(error);
    else resolve({ columns, rows, truncated, megabytesBilled: billed });
  });
  const abort = (): void => {
    reject(signal.reason);
    request.cancel();
  };
  request.on('columnMetadata', (metadata) => {
    columns = Object.values(metadata).map(({ colName }) => colName);
  });
  request.on('row', (row: readonly WireColumn[]) => {
    if (truncated) return;
    if (rows.length === rowCap) {
      truncated = true;
      request.cancel();
      return;
    }
    rows.push(Object.fromEntries(row.map(({ metadata, value }) => [metadata.colName, value])));
  });
  signal.addEventListener('abort', abort, { once: true });
  if (transport === 'bound') {
    for (const { name, type, value } of parameters) request.addParameter(name, type, value);
    connection.execSql(request);
  } else connection.execSqlBatch(request);
  if (signal.aborted) abort();
  return { result, idle };
}
