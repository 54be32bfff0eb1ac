import { type LakeLocation, tableFolder, text } from './ddl.ts';
import { goldModel } from './model.ts';
import type { LakeTable } from './table.ts';

/** One month of a partitioned table: 2026-11. */
export type Month = `${number}-${number}`;

export interface GoldBuild extends LakeLocation {
  readonly fileFormat: string;
  /** Months to make of every partitioned table. */
  readonly months: readonly Month[];
}

/**
 * Batches that run a model in Synapse: CETAS writes the rows of one SELECT to a folder that must be new, so a build has
 * a folder of its own and each month a statement of its own. The external table is only its receipt and is dropped;
 * what was written stays, and the view is pointed at it afterwards.
 */
export function cetasStatements(table: LakeTable, build: GoldBuild): string[] {
  const months = table.partitionedOn === undefined ? [undefined] : build.months;
  return months.map((month) => {
    const receipt = `[build].[${table.name}${month ? `_${month.replace('-', '_')}` : ''}]`;
    const within = month ? `year=${month.slice(0, 4)}/month=${month.slice(5)}/` : '';
    return `IF OBJECT_ID('${receipt}') IS NOT NULL DROP EXTERNAL TABLE ${receipt};
CREATE EXTERNAL TABLE ${receipt}
WITH (
  LOCATION = ${text(`${tableFolder(table, build.folder)}${within}`)},
  DATA_SOURCE = [${build.dataSource}],
  FILE_FORMAT = [${build.fileFormat}]
) AS
${monthOfModel(table, goldModel(table), month)};
DROP EXTERNAL TABLE ${receipt};`;
  });
}

/**
 * The SELECT of a model, held to one month by literal bounds; the model's own text is within it unchanged, but that a
 * table made month by month reads only that month of the tickets' lines.
 */
export function monthOfModel(table: LakeTable, model: string, month: Month | undefined): string {
  const names = Object.keys(table.columns).map((name) => `  m.${name} AS ${name}`);
  const select = `SELECT\n${names.join(',\n')}\nFROM made AS m`;
  const [common, last] = partsOf(model.trim());
  const opening = common === '' ? 'WITH' : `${common},`;
  if (!month) return `${opening} made AS (\n${last}\n)\n${select}`;
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const made = table.monthly ? withinMonth(table, last, year, number) : last;
  return `${opening} made AS (\n${made}\n)\n${select}
WHERE m.${table.partitionedOn} >= CAST('${month}-01' AS date) AND m.${table.partitionedOn} < CAST('${next}-01' AS date)`;
}

/** @throws TypeError where a table made month by month is not one GROUP BY over the lines: the bounds have no place. */
function withinMonth({ name }: LakeTable, select: string, year: number, month: number): string {
  const bounded = select.replace(
    /^(FROM silver\.transaction_lines AS (\w+))\nGROUP BY/m,
    (_, from: string, alias: string) =>
      `${from}\nWHERE ${alias}.year = ${year} AND ${alias}.month = ${month}\nGROUP BY`,
  );
  if (bounded === select)
    throw new TypeError(`The model of ${name} is not one GROUP BY over the lines of a month`);
  return bounded;
}

/** A model's common table expressions, and the SELECT behind them. */
function partsOf(model: string): [common: string, last: string] {
  if (!/^WITH\b/.test(model)) return ['', model];
  const at = model.search(/^SELECT\b(?![\s\S]*^SELECT\b)/m);
  return [model.slice(0, at).trim(), model.slice(at)];
}
