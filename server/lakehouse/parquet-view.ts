import { join } from 'node:path';
import type { LakeTable } from '#server/gold/table.ts';
import { literal } from './sql-text.ts';

/** Files of one table within a build, as a glob. */
export function parquetFiles(table: LakeTable, buildFolder: string): string {
  const levels = table.partitions.map((partition) => `${partition}=*`);
  return join(buildFolder, table.schema, table.name, ...levels, '*.parquet');
}

/**
 * DuckDB's reading of one table of a build: the contract's columns in their order, then the partition columns as
 * int, as the Synapse view has them.
 */
export function readTableSql(table: LakeTable, buildFolder: string): string {
  const columns = [...Object.keys(table.columns), ...table.partitions].join(', ');
  const partitions = table.partitions.map((partition) => `'${partition}': INTEGER`).join(', ');
  const options =
    table.partitions.length > 0 ? `, hive_partitioning = true, hive_types = {${partitions}}` : '';
  return `SELECT ${columns} FROM read_parquet(${literal(parquetFiles(table, buildFolder))}${options})`;
}

/** `CREATE OR REPLACE VIEW schema.name`; the schema must exist. */
export function createViewSql(table: LakeTable, buildFolder: string): string {
  return `CREATE OR REPLACE VIEW ${table.schema}.${table.name} AS ${readTableSql(table, buildFolder)}`;
}
