import { type LakeTable, qualifiedName } from '#server/gold/table.ts';
import type { Bench } from './bench.ts';
import { localType, textLength } from './local-type.ts';
import { parquetFiles } from './parquet-view.ts';
import { literal } from './sql-text.ts';

/**
 * Holds the files that were written against the contract: names, order and types of columns, no nulls where none
 * may be, no text longer than declared, keys unique.
 * @throws ContractBrokenError naming every difference.
 */
export async function checkContract(bench: Bench, table: LakeTable): Promise<void> {
  const problems = [...(await wrongColumns(bench, table)), ...(await wrongValues(bench, table))];
  if (problems.length > 0) throw new ContractBrokenError(qualifiedName(table), problems);
}

async function wrongColumns(bench: Bench, table: LakeTable): Promise<string[]> {
  const files = literal(parquetFiles(table, bench.folder));
  const written = await bench.rows<{ column_name: string; column_type: string }>(
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${files}, hive_partitioning = false))`,
  );
  const found = written.map((column) => `${column.column_name} ${column.column_type}`).join(', ');
  const declared = Object.entries(table.columns)
    .map(([name, column]) => `${name} ${localType(column.sqlType)}`)
    .join(', ');
  return found === declared ? [] : [`columns are ${found}; declared are ${declared}`];
}

async function wrongValues(bench: Bench, table: LakeTable): Promise<string[]> {
  const rules = Object.entries(table.columns).flatMap(([name, { sqlType, nullable }]) => {
    const length = textLength(sqlType);
    return [
      ...(nullable ? [] : [{ problem: `${name} is null`, count: `count(*) FILTER (${name} IS NULL)` }]),
      ...(length === undefined
        ? []
        : [
            {
              problem: `${name} is longer than ${length}`,
              count: `count(*) FILTER (length(${name}) > ${length})`,
            },
          ]),
    ];
  });
  const key = table.key.join(', ');
  const counts = [
    ...rules,
    { problem: `${key} is not unique`, count: `count(*) - count(DISTINCT (${key}))` },
  ];
  const broken = counts.map(() => 0);
  for (const where of await partsToCount(bench, table)) {
    const [found] = await bench.rows<Record<string, number>>(
      `SELECT ${counts.map(({ count }, index) => `CAST(${count} AS INTEGER) AS c${index}`).join(', ')}
      FROM ${qualifiedName(table)} ${where}`,
    );
    for (const index of broken.keys()) broken[index] = (broken[index] ?? 0) + (found?.[`c${index}`] ?? 0);
  }
  return counts.flatMap(({ problem }, index) =>
    broken[index] === 0 ? [] : [`${problem} in ${broken[index]} rows`],
  );
}

/** A key that holds the day is unique where it is so within each month: no more than a month is kept in mind. */
async function partsToCount(bench: Bench, table: LakeTable): Promise<string[]> {
  if (!table.partitionedOn || !table.key.includes(table.partitionedOn)) return [''];
  const months = await bench.rows<{ year: number; month: number }>(
    `SELECT DISTINCT year, month FROM ${qualifiedName(table)}`,
  );
  return months.map(({ year, month }) => `WHERE year = ${year} AND month = ${month}`);
}

export class ContractBrokenError extends Error {
  readonly code = 'CONTRACT_BROKEN';
  constructor(table: string, problems: readonly string[]) {
    super(`${table} is not as the contract says: ${problems.join('; ')}`);
    this.name = 'ContractBrokenError';
  }
}
