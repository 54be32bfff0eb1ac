import { type DuckDBConnection, type DuckDBResult, StatementType } from '@duckdb/node-api';
import WritableTrackingBuffer from 'tedious/lib/tracking-buffer/writable-tracking-buffer.js';
import type { ResultColumn, TranslatedQuery } from '#server/lakehouse/tsql/translate-tsql.ts';
import { type ColumnType, columnTypeOf } from './column-types.ts';
import { fromDuckDbError } from './duckdb-errors.ts';
import type { TypedValue } from './parameter-values.ts';
import type { Reply } from './reply.ts';
import { REFUSED, SqlError } from './sql-errors.ts';

/**
 * Runs one SELECT and writes its columns and rows into the reply, chunk by chunk, never more than one ahead of
 * the client. Resolves with the number of rows.
 * @throws SqlError for the client
 * @throws the signal's reason once it is aborted
 */
export async function answerQuery(
  query: TranslatedQuery,
  values: ReadonlyMap<string, TypedValue>,
  connection: DuckDBConnection,
  reply: Reply,
  signal: AbortSignal,
): Promise<number> {
  const stop = interruptOn(signal, connection);
  try {
    return await writeRows(await start(query, values, connection), query.columns, reply, signal);
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

async function start(
  { sql, parameters }: TranslatedQuery,
  values: ReadonlyMap<string, TypedValue>,
  connection: DuckDBConnection,
): Promise<DuckDBResult> {
  try {
    const prepared = await connection.prepare(sql);
    if (prepared.statementType !== StatementType.SELECT)
      throw new SqlError(REFUSED, 'Only a SELECT is answered here.');
    for (const name of parameters) {
      const given = values.get(name);
      if (!given) throw new SqlError(137, `Must declare the scalar variable "@${name}".`, 15);
      prepared.bindValue(prepared.parameterIndex(name), given.value, given.type);
    }
    return await prepared.stream();
  } catch (error) {
    throw error instanceof SqlError ? error : fromDuckDbError(error);
  }
}

async function writeRows(
  result: DuckDBResult,
  columns: readonly ResultColumn[] | undefined,
  reply: Reply,
  signal: AbortSignal,
): Promise<number> {
  const types = result.columnTypes().map((type, at) => columnTypeOf(type, columns?.[at]?.sqlType));
  const names = columns?.map(({ name }) => name) ?? result.columnNames();
  const out = new WritableTrackingBuffer();
  writeColumns(out, names, types);
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
