import { businessDate } from '#lib/business-date.ts';
import { GOLD_TABLES, RECORD_TABLES, SILVER_TABLES } from '#server/gold/contract.ts';
import { goldModel } from '#server/gold/model.ts';
import { type LakeTable, qualifiedName } from '#server/gold/table.ts';
import * as calendar from '#server/gold/tables/calendar.ts';
import * as silver from '#server/gold/tables/silver.ts';
import { type Bench, openBench } from './bench.ts';
import { calendarSql } from './calendar-sql.ts';
import { checkContract } from './check-contract.ts';
import { checkTotals } from './check-totals.ts';
import { localType } from './local-type.ts';
import { publishBuild } from './publish-build.ts';
import { judgeSql } from './rules.ts';
import {
  COSTED_LINES,
  CUSTOMERS_OF_LINES,
  importedRowsSql,
  LINES,
  lakeBuildsSql,
  productVersionsSql,
  SET_ASIDE,
} from './silver.ts';
import { READING, type Source } from './source.ts';
import { translateTsql } from './tsql/translate-tsql.ts';
import { withUnknownColumns } from './with-unknown-columns.ts';
import { writeTable } from './write-table.ts';

export interface Effects {
  now(): Date;
  /** A few characters that no other build has. */
  mark(): string;
  /** One line of progress, for a person. */
  report(line: string): void;
}

/**
 * Builds a lake aside, checks it and only then serves it. Whatever fails, and whenever the process is killed, the
 * build served before stays served. Answers with the id of the new build; ids sort by time.
 */
export async function buildLake(root: string, source: Source, effects: Effects): Promise<string> {
  const started = effects.now();
  const buildId = `${started.toISOString().replaceAll(/[-:.]/g, '')}-${effects.mark()}`;
  const bench = await openBench(root, buildId);
  const records = { customers: CUSTOMERS_OF_LINES, ...source.records };
  const write = async (table: LakeTable, select: string) => {
    await writeTable(bench, table, select);
    const [written] = await bench.rows<{ rows: number }>(
      `SELECT CAST(count(*) AS INTEGER) AS rows FROM ${qualifiedName(table)}`,
    );
    effects.report(`${table.schema.padEnd(7)} ${table.name}: ${written?.rows.toLocaleString('en-GB')} rows`);
  };
  try {
    await source.writeBronze(bench, (line) => effects.report(`bronze  ${line}`));
    await judge(bench, source);
    await write(calendar.calendar, await calendarOf(bench));
    await write(silver.products, productVersionsSql(source.products));
    await write(silver.stores, source.stores);
    await write(silver.transactionLines, COSTED_LINES);
    await write(silver.setAside, SET_ASIDE);
    await write(silver.importedRows, importedRowsSql());
    for (const [name, table] of Object.entries<LakeTable>(RECORD_TABLES))
      await write(table, records[name as keyof typeof records] ?? nothingOf(table));
    await write(silver.lakeBuilds, lakeBuildsSql(buildId, source, effects.now()));
    for (const table of GOLD_TABLES) await write(table, translateTsql(goldModel(table)).sql);
    for (const table of [...SILVER_TABLES, ...GOLD_TABLES]) await checkContract(bench, table);
    await checkTotals(bench, source);
    effects.report('check   contract kept, layers add up');
    publishBuild(root, buildId);
    const seconds = (effects.now().getTime() - started.getTime()) / 1000;
    effects.report(`served  build ${buildId} after ${seconds.toFixed(1)} s`);
    return buildId;
  } finally {
    bench.close();
  }
}

async function judge(bench: Bench, source: Source): Promise<void> {
  const columns = Object.entries(READING).map(([name, type]) => `CAST(${name} AS ${type}) AS ${name}`);
  const readings = withUnknownColumns(source.readings, READING);
  await bench.run(`CREATE TABLE judged AS ${judgeSql(`SELECT ${columns.join(', ')} FROM (${readings})`)}`);
  await bench.run(`CREATE TABLE lines AS ${LINES}`);
}

/** @throws NothingToReportError where the source holds not one sale or return. */
async function calendarOf(bench: Bench): Promise<string> {
  const [days] = await bench.rows<{ first: string | null; last: string }>(
    'SELECT CAST(min(business_date) AS VARCHAR) AS first, CAST(max(business_date) AS VARCHAR) AS last FROM lines',
  );
  if (!days?.first) throw new NothingToReportError();
  return calendarSql(businessDate(days.first), businessDate(days.last));
}

/** SELECT of no rows with the columns of a table. */
function nothingOf(table: LakeTable): string {
  const columns = Object.entries(table.columns).map(
    ([name, { sqlType }]) => `CAST(NULL AS ${localType(sqlType)}) AS ${name}`,
  );
  return `SELECT ${columns.join(', ')} WHERE false`;
}

export class NothingToReportError extends Error {
  readonly code = 'NOTHING_TO_WRITE';
  constructor() {
    super('The source holds no sale and no return that can be read');
    this.name = 'NothingToReportError';
  }
}
