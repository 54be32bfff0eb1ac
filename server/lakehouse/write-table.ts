import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Column, LakeTable } from '#server/gold/table.ts';
import type { Bench } from './bench.ts';
import { carryMonths } from './carry-over.ts';
import { localType } from './local-type.ts';
import { createViewSql } from './parquet-view.ts';
import type { Reopened } from './reopen-tickets.ts';
import { literal } from './sql-text.ts';
import { withUnknownColumns } from './with-unknown-columns.ts';

/**
 * Writes the rows of a SELECT as one table of the build, with the contract's types and in the order of its key, and
 * lets later steps read it back as `schema.name`; a nullable column that the SELECT lacks is NULL. A partitioned
 * table is written month by month, which bounds memory and keeps each file sorted; one whose months stand by
 * themselves is written for the months that were opened again, and keeps the others.
 */
export async function writeTable(
  bench: Bench,
  table: LakeTable,
  select: string,
  reopened?: Reopened,
): Promise<void> {
  const declared = Object.entries<Column>(table.columns);
  const columns = declared
    .map(([name, { sqlType }]) => `CAST(${name} AS ${localType(sqlType)}) AS ${name}`)
    .join(', ');
  const nullable = declared.filter(([, column]) => column.nullable);
  const rows = withUnknownColumns(
    select,
    Object.fromEntries(nullable.map(([name, { sqlType }]) => [name, localType(sqlType)])),
  );
  const anew = table.monthly ? reopened : undefined;
  if (anew) carryMonths(table, anew.before.folder, bench.folder, anew.months);
  // Rows that are made of all months at once are made once, then parted.
  const isMadeWhole = table.partitionedOn !== undefined && !table.monthly;
  if (isMadeWhole) await bench.run(`CREATE TABLE parted AS ${rows}`);
  const made = isMadeWhole ? 'SELECT * FROM parted' : rows;
  for (const { folder, where } of await parts(bench, table, isMadeWhole ? made : select, anew)) {
    const target = join(bench.folder, table.schema, table.name, folder);
    mkdirSync(target, { recursive: true });
    await bench.run(
      `COPY (SELECT ${columns} FROM (${made}) ${where} ORDER BY ${table.key.join(', ')})
      TO ${literal(join(target, 'part-0.parquet'))} (FORMAT parquet, COMPRESSION zstd)`,
    );
  }
  if (isMadeWhole) await bench.run('DROP TABLE parted');
  await bench.run(createViewSql(table, bench.folder));
}

async function parts(bench: Bench, table: LakeTable, select: string, anew: Reopened | undefined) {
  const date = table.partitionedOn;
  if (date === undefined) return [{ folder: '', where: '' }];
  // The lines know the months of what is made of them, without making it.
  const days = table.monthly
    ? 'SELECT DISTINCT business_date AS day FROM lines'
    : `SELECT DISTINCT ${date} AS day FROM (${select})`;
  const found = await bench.rows<{ month: string }>(
    `SELECT DISTINCT strftime(day, '%Y-%m') AS month FROM (${days}) ORDER BY month`,
  );
  const months = anew ? found.filter(({ month }) => anew.months.includes(month)) : found;
  // An empty table has a folder too: readers look for its columns in a file.
  if (months.length === 0 && !existsSync(join(bench.folder, table.schema, table.name)))
    return [{ folder: 'year=0000/month=00', where: '' }];
  return months.map(({ month }) => ({
    folder: `year=${month.slice(0, 4)}/month=${month.slice(5)}`,
    where: `WHERE ${date} >= DATE '${month}-01' AND ${date} < DATE '${month}-01' + INTERVAL 1 MONTH`,
  }));
}
