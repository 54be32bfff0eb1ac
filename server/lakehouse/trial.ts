import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { DuckDBInstance, type JS } from '@duckdb/node-api';
import { GOLD_TABLES, SILVER_TABLES } from '#server/gold/contract.ts';
import { qualifiedName } from '#server/gold/table.ts';
import type { Effects } from './build-lake.ts';
import { currentBuild } from './lake-folders.ts';
import { createViewSql } from './parquet-view.ts';

/** What tests of the lake stand on: a folder that goes with the test, a clock that ticks, a lake that answers. */
export function trialFolder(test: Pick<TestContext, 'after'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'retail-pulse-lake-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function trialEffects(): Effects & { readonly lines: string[] } {
  const lines: string[] = [];
  let ticks = 0;
  return {
    lines,
    now: () => new Date(Date.UTC(2026, 10, 23, 6, 0, ticks++)),
    mark: () => String(ticks),
    report: (line) => void lines.push(line),
  };
}

/** Rows of a DuckDB question about the lake now served; amounts must be cast to varchar by the question. */
export async function askLake(root: string, sql: string): Promise<Record<string, JS>[]> {
  return withLake(root, (ask) => ask(sql));
}

async function withLake<Told>(
  root: string,
  telling: (ask: (sql: string) => Promise<Record<string, JS>[]>) => Promise<Told>,
): Promise<Told> {
  const build = currentBuild(root);
  const duck = await DuckDBInstance.create(':memory:');
  const connection = await duck.connect();
  try {
    await connection.run('CREATE SCHEMA silver; CREATE SCHEMA gold');
    for (const table of [...SILVER_TABLES, ...GOLD_TABLES]) await connection.run(createViewSql(table, build));
    return await telling(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS());
  } finally {
    connection.closeSync();
    duck.closeSync();
  }
}

/** What tells one build from another of the same rows. */
const OF_THE_BUILD: Record<string, string> = {
  lake_builds: 'build_id, loaded_at',
  lake_status: 'build_id, loaded_at',
  lake_inputs: 'loaded_by, loaded_at',
  lineage: 'loaded_by, loaded_at',
};

/** Every row of every table but those (or `table.column`s) left out, without what tells one build from another of the same rows. */
export async function wholeLake(root: string, leftOut: readonly string[] = []) {
  const told = [...SILVER_TABLES, ...GOLD_TABLES].filter(({ name }) => !leftOut.includes(name));
  return withLake(root, async (ask) => {
    const tables: Record<string, unknown> = {};
    for (const table of told) {
      const columns = leftOut.flatMap((name) =>
        name.startsWith(`${table.name}.`) ? [name.split('.')[1]] : [],
      );
      const without = [OF_THE_BUILD[table.name] ?? columns].flat();
      const kept = `SELECT * ${without.length > 0 ? `EXCLUDE (${without.join(', ')})` : ''} FROM ${qualifiedName(table)}`;
      tables[qualifiedName(table)] = await ask(
        `SELECT CAST(t AS varchar) AS row FROM (${kept}) AS t ORDER BY row`,
      );
    }
    return tables;
  });
}

/**
 * What is said of the files themselves: which there were, of how many rows nothing was made, and in what order the lines
 * of a ticket stood.
 */
export const OF_THE_FILES = [
  'transaction_lines.line_number',
  ...['lake_inputs', 'lineage', 'set_aside', 'imported_rows', 'import_report'],
  ...['quality_checks', 'data_quality'],
];

export const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

/** Writes an Online Retail file of the given rows, `''` for a header alone; answers with its folder. */
export function writeInvoices(folder: string, name: string, rows: readonly string[]): string {
  writeFileSync(join(folder, name), `${[HEADER, ...rows].join('\n')}\n`);
  return folder;
}
