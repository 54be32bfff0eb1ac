import type { Bench } from './bench.ts';
import { judgedSql, LINES, SET_ASIDE } from './silver.ts';
import type { Source } from './source.ts';

/** Rows of the source that are judged at once; what the rules and the tickets' windows need in memory grows with it. */
export const ROWS_AT_ONCE = 4_000_000;

/**
 * Judges every row of the source and leaves `lines`, those kept as lines of tickets, and `aside`, those set aside. A
 * large source is taken in slices of whole tickets: whatever a row can have a bearing on lies within its ticket, so
 * slices do not know of each other.
 */
export async function judgeLines(bench: Bench, source: Source, rowsAtOnce = ROWS_AT_ONCE): Promise<void> {
  const { tickets } = source;
  const slices = tickets ? Math.ceil((await rowsOf(bench, tickets.table)) / rowsAtOnce) : 1;
  if (!tickets || slices <= 1) return judge(bench, source, true);
  const [whole, part] = [`bronze.whole_${tickets.table}`, `bronze.${tickets.table}`];
  await bench.run(`ALTER VIEW ${part} RENAME TO whole_${tickets.table}`);
  for (let slice = 0; slice < slices; slice++) {
    const isIn = `hash(${tickets.key}) % ${slices} = ${slice}`;
    await bench.run(`CREATE OR REPLACE VIEW ${part} AS SELECT * FROM ${whole} WHERE ${isIn}`);
    await judge(bench, source, slice === 0);
  }
  await bench.run(`DROP VIEW ${part}`);
  await bench.run(`ALTER VIEW ${whole} RENAME TO ${tickets.table}`);
}

async function judge(bench: Bench, source: Source, isFirst: boolean): Promise<void> {
  const into = (table: string) => (isFirst ? `CREATE TEMP TABLE ${table} AS` : `INSERT INTO ${table}`);
  await bench.run(`CREATE OR REPLACE TEMP TABLE judged AS ${judgedSql(source)}`);
  await bench.run(`${into('lines')} ${LINES}`);
  await bench.run(`${into('aside')} ${SET_ASIDE}`);
  await bench.run('DROP TABLE judged');
}

async function rowsOf(bench: Bench, table: string): Promise<number> {
  const [counted] = await bench.rows<{ rows: number }>(
    `SELECT CAST(count(*) AS INTEGER) AS rows FROM bronze.${table}`,
  );
  return counted?.rows ?? 0;
}
