import type { DuckDBConnection } from '@duckdb/node-api';

/** Statements with which an instance begins to keep account of every read of a file. */
export const KEEP_ACCOUNT_OF_READS = "CALL enable_logging('FileSystem', level = 'trace', storage = 'memory')";

/** Bytes that one connection has read from files since it was opened, data and footers alike. */
export async function bytesRead(connection: DuckDBConnection): Promise<number> {
  const reader = await connection.runAndReadAll(
    `SELECT CAST(coalesce(sum(bytes), 0) AS DOUBLE) AS bytes FROM duckdb_logs_parsed('FileSystem')
    WHERE op = 'READ' AND connection_id = current_connection_id()`,
  );
  return Number(reader.getRows()[0]?.[0] ?? 0);
}

/** Files read by one connection since it was opened. */
export async function filesRead(connection: DuckDBConnection): Promise<string[]> {
  const reader = await connection.runAndReadAll(
    `SELECT DISTINCT path FROM duckdb_logs_parsed('FileSystem')
    WHERE op = 'READ' AND connection_id = current_connection_id() ORDER BY path`,
  );
  return reader.getRows().map(([path]) => String(path));
}

/** Throws the account away: it lies in memory, and would grow with every statement. */
export async function forgetReads(connection: DuckDBConnection): Promise<void> {
  await connection.run('CALL truncate_duckdb_logs()');
}
