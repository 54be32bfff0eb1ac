import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { GOLD_TABLES } from '#server/gold/contract.ts';
import { type LakeTable, qualifiedName } from '#server/gold/table.ts';
import { currentBuild, NoLakeError } from '#server/lakehouse/lake-folders.ts';
import { createViewSql } from '#server/lakehouse/parquet-view.ts';
import { literal } from '#server/lakehouse/sql-text.ts';
import { bytesRead, forgetReads, KEEP_ACCOUNT_OF_READS } from './file-reads.ts';
import { type FoundTypes, metadataViewsSql } from './metadata-views.ts';

/** One statement's hold on the build that was served when it began. */
export interface Lease {
  readonly connection: DuckDBConnection;
  /** False before the first build: no gold table is there to ask. */
  readonly built: boolean;
  /** Bytes read from the build's files so far. */
  bytesRead(): Promise<number>;
  release(): void;
}

export interface LakeOptions {
  readonly root: string;
  /** Name that clients give the database. */
  readonly database: string;
  /** Told of every contract table that the build lacks. */
  readonly onMissingTable: (table: string) => void;
}

/**
 * The lake as clients see it: the gold tables of the build that `current` points at, asked anew for each statement.
 * A statement keeps to the build it began on; a build that is neither current nor asked is closed.
 */
export class Lake {
  readonly #options: LakeOptions;
  #served: ServedBuild | undefined;

  constructor(options: LakeOptions) {
    this.#options = options;
  }

  async lease(): Promise<Lease> {
    const folder = buildFolder(this.#options.root);
    if (this.#served?.folder !== folder || !this.#served) {
      this.#served?.retire();
      this.#served = new ServedBuild(folder, openCatalogue(folder, this.#options));
    }
    const served = this.#served;
    try {
      return await served.lease();
    } catch (error) {
      if (this.#served === served) this.#served = undefined;
      throw error;
    }
  }

  close(): void {
    this.#served?.retire();
    this.#served = undefined;
  }
}

class ServedBuild {
  readonly folder: string | undefined;
  readonly #instance: Promise<DuckDBInstance>;
  #leases = 0;
  #retired = false;

  constructor(folder: string | undefined, instance: Promise<DuckDBInstance>) {
    this.folder = folder;
    this.#instance = instance;
  }

  async lease(): Promise<Lease> {
    this.#leases += 1;
    try {
      const connection = await (await this.#instance).connect();
      return {
        connection,
        built: this.folder !== undefined,
        bytesRead: async () => {
          const bytes = await bytesRead(connection);
          // While others ask, their account is among ours.
          if (this.#leases === 1) await forgetReads(connection);
          return bytes;
        },
        release: () => {
          connection.closeSync();
          this.#release();
        },
      };
    } catch (error) {
      this.#release();
      throw error;
    }
  }

  retire(): void {
    this.#retired = true;
    this.#closeWhenUnused();
  }

  #release(): void {
    this.#leases -= 1;
    this.#closeWhenUnused();
  }

  #closeWhenUnused(): void {
    if (!this.#retired || this.#leases > 0) return;
    this.#instance.then(
      (instance) => instance.closeSync(),
      () => undefined, // It never opened, and whoever asked for it was told.
    );
  }
}

function buildFolder(root: string): string | undefined {
  try {
    return currentBuild(root);
  } catch (error) {
    if (error instanceof NoLakeError) return undefined;
    throw error;
  }
}

async function openCatalogue(folder: string | undefined, options: LakeOptions): Promise<DuckDBInstance> {
  // An empty temp_directory keeps big sorts from spilling beside the checkout; over the limit a statement fails.
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '2GB',
    temp_directory: '',
  });
  const connection = await instance.connect();
  try {
    await connection.run('CREATE SCHEMA gold');
    const present: LakeTable[] = [];
    for (const table of folder === undefined ? [] : GOLD_TABLES) {
      if (await hasView(connection, createViewSql(table, folder ?? ''))) present.push(table);
      else options.onMissingTable(qualifiedName(table));
    }
    const found = await typesThere(connection);
    for (const sql of metadataViewsSql(options.database, present, found)) await connection.run(sql);
    await connection.run(KEEP_ACCOUNT_OF_READS);
    await connection.run(
      `SET GLOBAL TimeZone = 'UTC';
      SET GLOBAL allowed_directories = [${folder === undefined ? '' : literal(`${folder}/gold/`)}];
      SET GLOBAL enable_external_access = false;
      SET GLOBAL lock_configuration = true`,
    );
    return instance;
  } catch (error) {
    instance.closeSync();
    throw error;
  } finally {
    connection.closeSync();
  }
}

async function typesThere(connection: DuckDBConnection): Promise<FoundTypes> {
  const reader = await connection.runAndReadAll(
    "SELECT concat('gold.', table_name, '.', column_name), data_type FROM duckdb_columns() WHERE schema_name = 'gold'",
  );
  return new Map(reader.getRows().map(([column, type]) => [String(column), String(type)]));
}

/** DuckDB looks into the files when it makes a view, so a table without files, or with other columns, has none. */
async function hasView(connection: DuckDBConnection, createView: string): Promise<boolean> {
  try {
    await connection.run(createView);
    return true;
  } catch {
    return false;
  }
}
