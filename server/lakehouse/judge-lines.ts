import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { judgedSql, LINES, SET_ASIDE } from './silver.ts';
import type { Source } from './source.ts';
import { literal } from './sql-text.ts';

/** Rows of the source that are judged at once; what the rules and the tickets' windows need in memory grows with it. */
export const ROWS_AT_ONCE = 4_000_000;

/**
 * Judges every row of the source and leaves `lines`, those kept as lines of tickets, and `aside`, those set aside. A
 * large source is parted once into slices of whole tickets, and its lines are kept by month in files rather than in a
 * table: whatever a row can have a bearing on lies within its ticket, so slices do not know of each other.
 */
export async function judgeLines(bench: Bench, source: Source, rowsAtOnce = ROWS_AT_ONCE): Promise<void> {
  const { tickets } = source;
  const slices = tickets ? Math.ceil((await rowsOf(bench, tickets.table)) / rowsAtOnce) : 1;
  if (!tickets || slices <= 1) {
    await judge(bench, source, true);
    return bench.run(`CREATE TEMP TABLE lines AS ${LINES}; DROP TABLE judged`);
  }
  const [whole, part] = [`bronze.whole_${tickets.table}`, `bronze.${tickets.table}`];
  const [sliced, lines] = [join(bench.scratch, 'sliced'), join(bench.scratch, 'lines')];
  await bench.run(
    `COPY (SELECT *, hash(${tickets.key}) % ${slices} AS slice FROM ${part}) TO ${literal(sliced)}
    (FORMAT parquet, PARTITION_BY (slice))`,
  );
  mkdirSync(lines);
  await bench.run(`ALTER VIEW ${part} RENAME TO whole_${tickets.table}`);
  for (const [at, slice] of readdirSync(sliced).entries()) {
    await bench.run(`CREATE OR REPLACE VIEW ${part} AS ${readSql(join(sliced, slice, '*.parquet'))}`);
    await judge(bench, source, at === 0);
    await bench.run(
      `COPY (SELECT *, strftime(business_date, '%Y-%m') AS month FROM (${LINES})) TO ${literal(join(lines, slice))}
      (FORMAT parquet, PARTITION_BY (month)); DROP TABLE judged`,
    );
    rmSync(join(sliced, slice), { recursive: true });
  }
  await bench.run(`DROP VIEW ${part}`);
  await bench.run(`ALTER VIEW ${whole} RENAME TO ${tickets.table}`);
  await bench.run(`CREATE TEMP VIEW lines AS ${readSql(join(lines, '*', '*', '*.parquet'))}`);
}

const readSql = (files: string) => `SELECT * FROM read_parquet(${literal(files)}, hive_partitioning = false)`;

async function judge(bench: Bench, source: Source, isFirst: boolean): Promise<void> {
  await bench.run(`CREATE OR REPLACE TEMP TABLE judged AS ${judgedSql(source)}`);
  await bench.run(`${isFirst ? 'CREATE TEMP TABLE aside AS' : 'INSERT INTO aside'} ${SET_ASIDE}`);
}

async function rowsOf(bench: Bench, table: string): Promise<number> {
  const [counted] = await bench.rows<{ rows: number }>(
    `SELECT CAST(count(*) AS INTEGER) AS rows FROM bronze.${table}`,
  );
  return counted?.rows ?? 0;
}
