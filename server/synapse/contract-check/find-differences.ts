import 'server-only';
import { GOLD_TABLES } from '#server/gold/contract.ts';
import { type LakeTable, qualifiedName } from '#server/gold/table.ts';
import { readFault } from '../source-fault.ts';
import type { SourcePool } from '../source-pool.ts';
import { compareContract, type Difference, declaredColumns, type FoundColumn } from './compare-contract.ts';

const COLUMNS = `
  SELECT c.TABLE_NAME AS tableName, c.COLUMN_NAME AS columnName, c.ORDINAL_POSITION AS position, c.DATA_TYPE AS dataType,
    c.CHARACTER_MAXIMUM_LENGTH AS textLength, c.NUMERIC_PRECISION AS digits, c.NUMERIC_SCALE AS decimals,
    c.DATETIME_PRECISION AS fraction, c.COLLATION_NAME AS collation
  FROM INFORMATION_SCHEMA.COLUMNS AS c
  WHERE c.TABLE_SCHEMA = 'gold'
  ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION`;

const MOST_COLUMNS = 20_000;

export interface ContractCheck {
  readonly views: number;
  readonly columns: number;
  readonly differences: readonly Difference[];
}

/**
 * Holds the gold views of a source against the contract: what the catalogue says of every column, then a first row of
 * every view that agrees, for files can differ from what a view declares. That reads a little of each view.
 * @throws the driver's error where the catalogue cannot be asked
 */
export async function findDifferences(pool: SourcePool): Promise<ContractCheck> {
  const { rows } = await pool.ask({ sql: COLUMNS, parameters: [], rowCap: MOST_COLUMNS });
  const told = compareContract(GOLD_TABLES, rows.map(foundColumn));
  const differing = new Set(told.map(({ table }) => table));
  const unread: Difference[] = [];
  for (const table of GOLD_TABLES)
    if (!differing.has(qualifiedName(table))) unread.push(...(await firstRow(pool, table)));
  return {
    views: GOLD_TABLES.length,
    columns: GOLD_TABLES.reduce((sum, table) => sum + declaredColumns(table).length, 0),
    differences: [...told, ...unread],
  };
}

async function firstRow(pool: SourcePool, table: LakeTable): Promise<Difference[]> {
  const names = declaredColumns(table).map(([name]) => `t.${name} AS ${name}`);
  const sql = `SELECT TOP (1) ${names.join(', ')} FROM ${qualifiedName(table)} AS t`;
  try {
    await pool.ask({ sql, parameters: [], rowCap: 1 });
    return [];
  } catch (error) {
    const { kind, number } = readFault(error);
    if (kind !== 'query' && kind !== 'column') throw error;
    const there = `cannot be read${number === undefined ? '' : ` (error ${number})`}`;
    return [{ table: qualifiedName(table), column: '', contract: 'rows', there }];
  }
}

function foundColumn(row: Readonly<Record<string, unknown>>): FoundColumn {
  return {
    table: `gold.${row['tableName']}`,
    column: String(row['columnName']),
    position: Number(row['position']),
    type: typeOf(row),
    collation: typeof row['collation'] === 'string' ? row['collation'] : undefined,
  };
}

/** The type as the contract writes it: a size stands behind those that have one. */
function typeOf(row: Readonly<Record<string, unknown>>): string {
  const type = String(row['dataType']).toLowerCase();
  if (/char$/.test(type)) return `${type}(${Number(row['textLength']) === -1 ? 'max' : row['textLength']})`;
  if (type === 'decimal' || type === 'numeric') return `decimal(${row['digits']},${row['decimals']})`;
  return type === 'datetime2' ? `datetime2(${row['fraction']})` : type;
}
