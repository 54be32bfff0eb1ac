import type { Column, LakeTable } from './table.ts';
import { qualifiedName } from './table.ts';

/** Where Synapse finds the lake: a data source of the database, and the folder of one build within it. */
export interface LakeLocation {
  readonly dataSource: string;
  /** Folder that holds silver/ and gold/, without slashes at its ends; empty for the root of the data source. */
  readonly folder: string;
}

/**
 * The serverless view over one table's Parquet files. Types are explicit, for inferred strings are varchar(8000);
 * strings carry the one collation that pushes predicates down; partition folders are columns cast to int, so that
 * a filter on them skips files.
 */
export function createViewStatement(table: LakeTable, location: LakeLocation): string {
  const columns = Object.keys(table.columns).map((name) => `  r.[${name}]`);
  const partitions = table.partitions.map(
    (name, level) => `  CAST(r.filepath(${level + 1}) AS int) AS [${name}]`,
  );
  const types = Object.entries(table.columns).map(([name, column]) => `  [${name}] ${columnType(column)}`);
  return `-- ${table.grain}; ${table.label}
CREATE OR ALTER VIEW [${table.schema}].[${table.name}] AS
SELECT
${[...columns, ...partitions].join(',\n')}
FROM OPENROWSET(
  BULK ${text(filePattern(table, location.folder))},
  DATA_SOURCE = ${text(location.dataSource)},
  FORMAT = 'PARQUET'
) WITH (
${types.join(',\n')}
) AS r;`;
}

/** Schemas and views of the given tables, batch by batch; running it twice changes nothing. */
export function ddlScript(tables: readonly LakeTable[], location: LakeLocation): string {
  const schemas = [...new Set(tables.map(({ schema }) => schema))].map(
    (schema) => `IF SCHEMA_ID('${schema}') IS NULL EXEC('CREATE SCHEMA [${schema}]');`,
  );
  const views = tables.map((table) => createViewStatement(table, location));
  return [...schemas, ...views].map((batch) => `${batch}\nGO\n`).join('\n');
}

function filePattern(table: LakeTable, folder: string): string {
  const levels = table.partitions.map((name) => `${name}=*`);
  const parts = [folder, ...qualifiedName(table).split('.'), ...levels, '*.parquet'];
  return parts.filter((part) => part !== '').join('/');
}

function columnType({ sqlType }: Column): string {
  return sqlType.startsWith('varchar') ? `${sqlType} COLLATE Latin1_General_100_BIN2_UTF8` : sqlType;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
