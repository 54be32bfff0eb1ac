import type { Column, LakeTable } from './table.ts';
import { qualifiedName } from './table.ts';

/** Where Synapse finds the lake: a data source of the database, and the folder of one build within it. */
export interface LakeLocation {
  readonly dataSource: string;
  /** Folder that holds silver/ and gold/, without slashes at its ends; empty for the root of the data source. */
  readonly folder: string;
}

/** The one collation of all text: bytes are compared, and a predicate reaches the Parquet files. */
export const COLLATION = 'Latin1_General_100_BIN2_UTF8';

/**
 * The serverless view over one table's files. Types are explicit, for inferred strings are varchar(8000); strings carry
 * the one collation that pushes predicates down; partition folders are columns cast to int, so that a filter on them
 * skips files.
 */
export function createViewStatement(table: LakeTable, location: LakeLocation): string {
  const select =
    table.keptAs === 'delta' && table.partitions.length > 0
      ? partitionedDelta(table, location)
      : declared(table, location);
  return `-- ${table.grain}; ${table.label}
CREATE OR ALTER VIEW [${table.schema}].[${table.name}] AS
${select};`;
}

function declared(table: LakeTable, { dataSource, folder }: LakeLocation): string {
  const names = Object.keys(table.columns).map((name) => `  r.[${name}]`);
  const partitions = table.partitions.map(
    (name, level) => `  CAST(r.filepath(${level + 1}) AS int) AS [${name}]`,
  );
  const types = Object.entries(table.columns).map(([name, column]) => `  [${name}] ${columnType(column)}`);
  const [files, format] =
    table.keptAs === 'delta'
      ? [tableFolder(table, folder), 'DELTA']
      : [filePattern(table, folder), 'PARQUET'];
  return `SELECT
${[...names, ...partitions].join(',\n')}
FROM OPENROWSET(
  BULK ${text(files)},
  DATA_SOURCE = ${text(dataSource)},
  FORMAT = '${format}'
) WITH (
${types.join(',\n')}
) AS r`;
}

/** A Delta folder knows its own partition columns, and gives none of them once types are declared: they are cast instead. */
function partitionedDelta(table: LakeTable, { dataSource, folder }: LakeLocation): string {
  const columns = Object.entries(table.columns).map(
    ([name, { sqlType }]) => `  CAST(r.[${name}] AS ${sqlType})${collation(sqlType)} AS [${name}]`,
  );
  const partitions = table.partitions.map((name) => `  CAST(r.[${name}] AS int) AS [${name}]`);
  return `SELECT
${[...columns, ...partitions].join(',\n')}
FROM OPENROWSET(
  BULK ${text(tableFolder(table, folder))},
  DATA_SOURCE = ${text(dataSource)},
  FORMAT = 'DELTA'
) AS r`;
}

/** `builds/1/gold/sales_daily/`, the folder of a table. */
export function tableFolder(table: LakeTable, folder: string): string {
  return `${[folder, ...qualifiedName(table).split('.')].filter((part) => part !== '').join('/')}/`;
}

function filePattern(table: LakeTable, folder: string): string {
  const levels = table.partitions.map((name) => `${name}=*/`);
  return `${tableFolder(table, folder)}${levels.join('')}*.parquet`;
}

function columnType({ sqlType }: Column): string {
  return `${sqlType}${collation(sqlType)}`;
}

function collation(sqlType: string): string {
  return sqlType.startsWith('varchar') ? ` COLLATE ${COLLATION}` : '';
}

/** A value as a T-SQL literal. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
