import { COLLATION } from '#server/gold/ddl.ts';
import { type Column, type LakeTable, qualifiedName, type SqlType } from '#server/gold/table.ts';
import { localType } from '#server/lakehouse/local-type.ts';
import { literal } from '#server/lakehouse/sql-text.ts';

type Value = string | number | null;

/** DuckDB's types of the columns of the files that are there, by `schema.table.column`. */
export type FoundTypes = ReadonlyMap<string, string>;

/**
 * The catalogue views that clients ask; gold tables are views, as on Synapse. Types are the contract's where the files
 * keep it, for files say nothing of the length of a text, and the files' own where they do not.
 */
export function metadataViewsSql(
  database: string,
  tables: readonly LakeTable[],
  found: FoundTypes = new Map(),
): string[] {
  const objects = tables.map((table, at) => ({ table, id: 1000 + at }));
  const columns = objects.flatMap(({ table, id }) =>
    columnsOf(table).map(([name, { sqlType, nullable }], at) => {
      const type = typeThere(sqlType, found.get(`${qualifiedName(table)}.${name}`));
      return { table, id, name, at: at + 1, nullable: nullable === true, ...facetsOf(type) };
    }),
  );
  const typeNames = [...new Set(columns.map(({ typeName }) => typeName))];
  return [
    'CREATE SCHEMA tsql_information_schema',
    'CREATE SCHEMA sys',
    view('tsql_information_schema.SCHEMATA', 'CATALOG_NAME, SCHEMA_NAME', [[database, 'gold']]),
    view(
      'tsql_information_schema.TABLES',
      'TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE',
      tables.map(({ schema, name }) => [database, schema, name, 'VIEW']),
    ),
    view(
      'tsql_information_schema.COLUMNS',
      'TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, IS_NULLABLE, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, DATETIME_PRECISION, COLLATION_NAME',
      columns.map(({ table, name, at, nullable, typeName, length, precision, scale, fraction }) => [
        ...[database, table.schema, table.name, name, at, nullable ? 'YES' : 'NO', typeName],
        ...[length, precision, scale, fraction, length === null ? null : COLLATION],
      ]),
    ),
    view('sys.databases', 'name, database_id', [[database, 1]]),
    view('sys.schemas', 'name, schema_id', [['gold', 1]]),
    view('sys.tables', 'name, object_id, schema_id, type', []),
    view(
      'sys.views',
      'name, object_id, schema_id, type',
      objects.map(({ table, id }) => [table.name, id, 1, 'V']),
    ),
    view(
      'sys.columns',
      'object_id, name, column_id, user_type_id, precision, scale',
      columns.map(({ id, name, at, typeName, precision, scale, fraction }) => [
        ...[id, name, at, typeNames.indexOf(typeName) + 1, precision ?? 0, scale ?? fraction ?? 0],
      ]),
    ),
    view(
      'sys.types',
      'name, user_type_id',
      typeNames.map((name, at) => [name, at + 1]),
    ),
  ];
}

function columnsOf(table: LakeTable): [string, Column][] {
  const partitions = table.partitions.map((name): [string, Column] => [
    name,
    { sqlType: 'int', meaning: name },
  ]);
  return [...Object.entries(table.columns), ...partitions];
}

const SQL_TYPES: Readonly<Record<string, string>> = {
  BOOLEAN: 'bit',
  DOUBLE: 'float',
  FLOAT: 'real',
  INTEGER: 'int',
  SMALLINT: 'smallint',
  TIMESTAMP: 'datetime2(3)',
  VARCHAR: 'varchar(8000)',
};

function typeThere(declared: SqlType, found: string | undefined): string {
  if (found === undefined || found === localType(declared)) return declared;
  return SQL_TYPES[found] ?? found.toLowerCase();
}

/** `decimal(18,2)` in the pieces of INFORMATION_SCHEMA.COLUMNS. */
function facetsOf(sqlType: string) {
  const [typeName = '', first, second] = sqlType.split(/[(),]/);
  const sizes = { int: 10, bigint: 19 } as const;
  return {
    typeName,
    length: typeName.endsWith('char') ? Number(first) : null,
    precision: typeName === 'decimal' ? Number(first) : (sizes[typeName as keyof typeof sizes] ?? null),
    scale: typeName === 'decimal' ? Number(second) : typeName in sizes ? 0 : null,
    fraction: typeName === 'datetime2' ? Number(first) : typeName === 'date' ? 0 : null,
  };
}

/** A view over constants; without rows it keeps its columns. */
function view(name: string, columns: string, rows: readonly (readonly Value[])[]): string {
  const empty = columns.split(',').map(() => null);
  const values = (rows.length > 0 ? rows : [empty]).map((row) => `(${row.map(constant).join(', ')})`);
  const where = rows.length > 0 ? '' : ' WHERE false';
  return `CREATE VIEW ${name} AS SELECT * FROM (VALUES ${values.join(', ')}) AS facts(${columns})${where}`;
}

function constant(value: Value): string {
  return typeof value === 'string' ? literal(value) : String(value ?? 'NULL');
}
