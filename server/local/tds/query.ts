import { type DuckDBConnection, type DuckDBResult, StatementType } from '@duckdb/node-api';
import WritableTrackingBuffer from 'tedious/lib/tracking-buffer/writable-tracking-buffer.js';
import { TsqlSyntaxError, UntranslatableError } from '#server/lakehouse/tsql/refusals.ts';
import { translateTsql } from '#server/lakehouse/tsql/translate-tsql.ts';
import { type ColumnType, columnTypeOf } from './column-types.ts';
import { fromDuckDbError } from './duckdb-errors.ts';
import type { ParameterisedStatement } from './procedure-call.ts';
import type { Reply } from './reply.ts';
import { REFUSED, SqlError } from './sql-errors.ts';

/**
 * Runs one SELECT and writes its columns and rows into the reply, chunk by chunk, never more than one ahead of
 * the client. Resolves with the number of rows.
 * @throws SqlError for the client
 * @throws the signal's reason once it is aborted
 */
export async function answerQuery(
  statement: ParameterisedStatement,
  connection: DuckDBConnection,
  reply: Reply,
  signal: AbortSignal,
): Promise<number> {
  const stop = interruptOn(signal, connection);
  try {
    return await writeRows(await start(statement, connection), reply, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    stop();
  }
}

/** An interrupt that meets no running query is lost, so it is repeated until the query gives up. */
function interruptOn(signal: AbortSignal, connection: DuckDBConnection): () => void {
  let again: NodeJS.Timeout | undefined;
  const interrupt = () => {
    connection.interrupt();
    again = setInterval(() => connection.interrupt(), 20);
  };
  if (signal.aborted) interrupt();
  else signal.addEventListener('abort', interrupt, { once: true });
  return () => {
    signal.removeEventListener('abort', interrupt);
    clearInterval(again);
  };
}

async function start(statement: ParameterisedStatement, connection: DuckDBConnection): Promise<DuckDBResult> {
  const { sql, parameters } = translate(statement.text);
  try {
    const prepared = await connection.prepare(sql);
    if (prepared.statementType !== StatementType.SELECT)
      throw new SqlError(REFUSED, 'Only a SELECT is answered here.');
    for (const name of parameters) {
      const typed = statement.values.get(name.toLowerCase());
      if (!typed) throw new SqlError(137, `Must declare the scalar variable "@${name}".`, 15);
      prepared.bindValue(prepared.parameterIndex(name), typed.value, typed.type);
    }
    return await prepared.stream();
  } catch (error) {
    throw error instanceof SqlError ? error : fromDuckDbError(error);
  }
}

function translate(text: string) {
  try {
    return translateTsql(text);
  } catch (error) {
    if (error instanceof UntranslatableError) throw new SqlError(REFUSED, error.message);
    if (error instanceof TsqlSyntaxError) throw new SqlError(102, error.message, 15);
    throw error;
  }
}

async function writeRows(result: DuckDBResult, reply: Reply, signal: AbortSignal): Promise<number> {
  const types = result.columnTypes().map(columnTypeOf);
  const out = new WritableTrackingBuffer();
  writeColumns(out, result.columnNames(), types);
  let rows = 0;
  for (;;) {
    const chunk = await fetchChunk(result);
    if (!chunk || chunk.rowCount === 0) break;
    const vectors = types.map((_, at) => chunk.getColumnVector(at));
    for (let row = 0; row < chunk.rowCount; row++) {
      out.writeUInt8(0xd1);
      for (const [at, type] of types.entries()) type.write(out, vectors[at]?.getItem(row) ?? null);
    }
    rows += chunk.rowCount;
    await flush(out, reply);
    signal.throwIfAborted();
  }
  await flush(out, reply);
  return rows;
}

async function fetchChunk(result: DuckDBResult) {
  try {
    return await result.fetchChunk();
  } catch (error) {
    throw fromDuckDbError(error);
  }
}

/** COLMETADATA. SQL Server's names end at 128 characters. */
function writeColumns(
  out: WritableTrackingBuffer,
  names: readonly string[],
  types: readonly ColumnType[],
): void {
  const NULLABLE = 0x0001;
  out.writeUInt8(0x81);
  out.writeUInt16LE(types.length);
  for (const [at, type] of types.entries()) {
    out.writeUInt32LE(0);
    out.writeUInt16LE(NULLABLE);
    out.writeBuffer(type.typeInfo);
    out.writeBVarchar((names[at] ?? '').slice(0, 128), 'ucs2');
  }
}

async function flush(out: WritableTrackingBuffer, reply: Reply): Promise<void> {
  const buffers = out.getBuffers();
  out.consume(out.length);
  for (const bytes of buffers) await reply.write(bytes);
}
