import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type JS, JSDuckDBValueConverter } from '@duckdb/node-api';
import { buildingFolder } from './lake-folders.ts';
import { type Remembered, remembered } from './remembered.ts';
import { literal } from './sql-text.ts';

/** Where a build is made: one DuckDB with bounded memory that spills to disk beside the build. */
export interface Bench {
  /** Folder of the build being made. */
  readonly folder: string;
  /** Folder for files that go when the build is done. */
  readonly scratch: string;
  readonly remembered: Remembered;
  run(sql: string): Promise<void>;
  /** Rows as plain JavaScript: decimals and bigints must be cast to varchar by the question. */
  rows<Row extends Record<string, JS>>(sql: string): Promise<Row[]>;
  /** The same in chunks of columns, for what is too large to hold at once: one array per column, in the SELECT's order. */
  chunks(sql: string): AsyncIterable<readonly (readonly JS[])[]>;
  /** Makes a temporary table of rows that were reckoned here. */
  keep(name: string, columns: readonly KeptColumn[], rows: Iterable<readonly KeptValue[]>): Promise<void>;
  /** Removes what was not published, then lets go of the lock. */
  close(): void;
}

/** A column of reckoned rows: figures are doubles, everything else is text, until a table gives them its own types. */
export interface KeptColumn {
  readonly name: string;
  readonly holds: 'figure' | 'text';
}
/** A figure that is not finite is not known: it is kept as null. */
export type KeptValue = number | string | null;

const USUAL_MEMORY = '1GB';

/**
 * Opens the bench of a lake and clears away what a killed build left. The lock is DuckDB's own lock on an empty
 * database file: the system lets go of it when the process dies, however it dies.
 * @throws LakeBusyError while another process builds in this lake.
 */
export async function openBench(root: string, buildId: string, memory = USUAL_MEMORY): Promise<Bench> {
  mkdirSync(root, { recursive: true });
  const building = buildingFolder(root);
  const folder = join(building, buildId);
  const duck = await openLocked(root);
  rmSync(building, { recursive: true, force: true });
  const scratch = join(building, 'scratch');
  for (const made of [folder, scratch]) mkdirSync(made, { recursive: true });
  const connection = await duck.connect();
  const run = async (sql: string) => void (await connection.run(sql));
  await run(`SET memory_limit = ${literal(memory)}`);
  await run(`SET temp_directory = ${literal(join(building, 'spill'))}`);
  await run(`ATTACH ${literal(join(building, 'working.duckdb'))} AS working`);
  await run('USE working');
  // What is on the bench is thrown away within the minute: packing it costs more than it saves.
  await run("SET force_compression = 'uncompressed'");
  for (const schema of ['bronze', 'silver', 'gold']) await run(`CREATE SCHEMA ${schema}`);
  return {
    folder,
    scratch,
    remembered: remembered(root),
    run,
    rows: async <Row extends Record<string, JS>>(sql: string) =>
      (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[],
    chunks: async function* (sql: string) {
      const result = await connection.stream(sql);
      for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk())
        yield chunk.convertColumns(JSDuckDBValueConverter);
    },
    keep: async (name, columns, rows) => {
      const declared = columns.map((it) => `${it.name} ${it.holds === 'figure' ? 'DOUBLE' : 'VARCHAR'}`);
      await run(`CREATE OR REPLACE TEMP TABLE ${name} (${declared.join(', ')})`);
      const appender = await connection.createAppender(name, 'main', 'temp');
      for (const row of rows) {
        for (const value of row) {
          if (value === null || (typeof value === 'number' && !Number.isFinite(value))) appender.appendNull();
          else if (typeof value === 'number') appender.appendDouble(value);
          else appender.appendVarchar(value);
        }
        appender.endRow();
      }
      appender.closeSync();
    },
    close: () => {
      connection.closeSync();
      rmSync(building, { recursive: true, force: true });
      duck.closeSync();
    },
  };
}

async function openLocked(root: string): Promise<DuckDBInstance> {
  const lock = join(root, 'building.lock');
  try {
    return await DuckDBInstance.create(lock);
  } catch (cause) {
    const holder = /PID (\d+)/.exec(String(cause))?.[1];
    if (holder) throw new LakeBusyError(root, holder);
    throw cause;
  }
}

export class LakeBusyError extends Error {
  readonly code = 'LAKE_BUSY';
  constructor(root: string, processId: string) {
    super(`Process ${processId} is building in ${root}; wait for it to end`);
    this.name = 'LakeBusyError';
  }
}
