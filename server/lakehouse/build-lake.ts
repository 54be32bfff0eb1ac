import { businessDate } from '#lib/business-date.ts';
import { GOLD_TABLES, MODEL_TABLES, RECORD_TABLES, SILVER_TABLES } from '#server/gold/contract.ts';
import { goldModel } from '#server/gold/model.ts';
import { type LakeTable, qualifiedName } from '#server/gold/table.ts';
import { dataQuality, lakeInputs, productDescriptions, qualityChecks } from '#server/gold/tables/build.ts';
import * as calendar from '#server/gold/tables/calendar.ts';
import * as silver from '#server/gold/tables/silver.ts';
import { type Bench, openBench } from './bench.ts';
import { buildBefore, isSame, lakeInputsSql, recipeOf } from './build-before.ts';
import { calendarSql } from './calendar-sql.ts';
import { checkContract } from './check-contract.ts';
import { checkQuality, contractKept, qualityChecksSql } from './check-quality.ts';
import { checkTotals } from './check-totals.ts';
import { judgeLines } from './judge-lines.ts';
import { publishBuild } from './publish-build.ts';
import { type Reopened, reopenTickets, setAsideSql } from './reopen-tickets.ts';
import { noRows, runStep } from './science/gold/science-step.ts';
import { SCIENCE_STEPS } from './science/gold/steps.ts';
import {
  COSTED_LINES,
  CUSTOMERS_OF_LINES,
  contactsSql,
  importedRowsSql,
  lakeBuildsSql,
  PRODUCT_DESCRIPTIONS,
  productVersionsSql,
} from './silver.ts';
import type { Source } from './source.ts';
import { translateTsql } from './tsql/translate-tsql.ts';
import { writeTable } from './write-table.ts';

export interface Effects {
  now(): Date;
  /** A few characters that no other build has. */
  mark(): string;
  /** One line of progress, for a person. */
  report(line: string): void;
  /** Key of the hashes that stand for e-mail addresses; without it nobody is found by theirs. */
  readonly hashKey?: string;
  /** Memory of the engine, as 8GB; what needs more is spilled to disk beside the build. */
  readonly memory?: string;
  /** Rows of the source judged at once, where not as usual. */
  readonly rowsAtOnce?: number;
}

/**
 * Builds a lake aside, checks it and only then serves it. Whatever fails, and whenever the process is killed, the
 * build served before stays served. Of files that are the same as before nothing is made anew: where no file changed,
 * the build served stays. Answers with the id of the build that is served now; ids sort by time.
 */
export async function buildLake(root: string, source: Source, effects: Effects): Promise<string> {
  const started = effects.now();
  const buildId = `${started.toISOString().replaceAll(/[-:.]/g, '')}-${effects.mark()}`;
  const bench = await openBench(root, buildId, effects.memory);
  try {
    const inputs = (await source.inputs?.()) ?? [];
    const recipe = recipeOf(source, effects.hashKey);
    const before = await buildBefore(bench, root, recipe);
    if (before && isSame(inputs, before.inputs)) {
      effects.report(`served  build ${before.id} stays: no file is new or changed`);
      return before.id;
    }
    await source.writeBronze(bench, (line) => effects.report(`bronze  ${line}`), before?.folder);
    const reopened = await reopenTickets(bench, source, inputs, before);
    if (reopened) effects.report(`silver  opened again: ${reopened.months.join(', ') || 'no month'}`);
    const write = writer(bench, effects, reopened);
    await writeSilver(bench, source, write, { ...effects, reopened });
    await write(silver.lakeBuilds, lakeBuildsSql(buildId, source, effects.now()));
    const account = { buildId, loadedAt: effects.now(), recipe };
    await write(lakeInputs, await lakeInputsSql(bench, source, inputs, account, before));
    const checkedLast = [dataQuality, qualityChecks].map(qualifiedName);
    const tables = [...SILVER_TABLES, ...GOLD_TABLES].filter(
      (table) => !checkedLast.includes(qualifiedName(table)),
    );
    for (const table of MODEL_TABLES)
      if (table.name !== dataQuality.name) await write(table, translateTsql(goldModel(table)).sql);
    for (const step of SCIENCE_STEPS) await runStep(step, bench, effects, write);
    for (const table of tables) await checkContract(bench, table);
    const findings = [
      ...contractKept(tables),
      ...(await checkTotals(bench, source)),
      ...(await checkQuality(bench)),
    ];
    await write(qualityChecks, qualityChecksSql(findings));
    await write(dataQuality, translateTsql(goldModel(dataQuality)).sql);
    for (const table of [qualityChecks, dataQuality]) await checkContract(bench, table);
    for (const { name, detail, failures } of findings)
      if (failures > 0) effects.report(`warning ${name}: ${detail}`);
    effects.report('check   contract kept, layers add up');
    publishBuild(root, buildId);
    bench.remembered.forgetOthers();
    const seconds = (effects.now().getTime() - started.getTime()) / 1000;
    effects.report(`served  build ${buildId} after ${seconds.toFixed(1)} s`);
    return buildId;
  } finally {
    bench.close();
  }
}

type Write = (table: LakeTable, select: string) => Promise<void>;

function writer(bench: Bench, effects: Effects, reopened: Reopened | undefined): Write {
  return async (table, select) => {
    await writeTable(bench, table, select, reopened);
    const [written] = await bench.rows<{ rows: number }>(
      `SELECT CAST(count(*) AS INTEGER) AS rows FROM ${qualifiedName(table)}`,
    );
    effects.report(`${table.schema.padEnd(7)} ${table.name}: ${written?.rows.toLocaleString('en-GB')} rows`);
  };
}

interface Circumstances {
  readonly reopened: Reopened | undefined;
  readonly hashKey?: string;
  readonly rowsAtOnce?: number;
}

async function writeSilver(
  bench: Bench,
  source: Source,
  write: Write,
  { reopened, hashKey, rowsAtOnce }: Circumstances,
) {
  await judgeLines(bench, source, rowsAtOnce);
  await write(productDescriptions, PRODUCT_DESCRIPTIONS);
  await write(silver.products, productVersionsSql(source.products));
  await write(silver.transactionLines, COSTED_LINES);
  // From here on all lines count, not only those that were opened again.
  await reopened?.close();
  await write(calendar.calendar, await calendarOf(bench));
  await write(silver.stores, source.stores);
  await write(silver.setAside, setAsideSql(source, reopened));
  await write(silver.importedRows, importedRowsSql());
  const { customerContacts: contacts, ...others } = source.records ?? {};
  const records = {
    customers: CUSTOMERS_OF_LINES,
    ...others,
    ...(contacts !== undefined && { customerContacts: contactsSql(contacts, hashKey) }),
  };
  for (const [name, table] of Object.entries<LakeTable>(RECORD_TABLES))
    await write(table, records[name as keyof typeof RECORD_TABLES] ?? noRows(table));
}

/** @throws NothingToReportError where the source holds not one sale or return. */
async function calendarOf(bench: Bench): Promise<string> {
  const [days] = await bench.rows<{ first: string | null; last: string }>(
    'SELECT CAST(min(business_date) AS VARCHAR) AS first, CAST(max(business_date) AS VARCHAR) AS last FROM silver.transaction_lines',
  );
  if (!days?.first) throw new NothingToReportError();
  return calendarSql(businessDate(days.first), businessDate(days.last));
}

export class NothingToReportError extends Error {
  readonly code = 'NOTHING_TO_WRITE';
  constructor() {
    super('The source holds no sale and no return that can be read');
    this.name = 'NothingToReportError';
  }
}
