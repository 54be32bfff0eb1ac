import { type Column, type LakeTable, qualifiedName } from '#server/gold/table.ts';
import type { Bench, KeptValue } from '../../bench.ts';
import { localType } from '../../local-type.ts';

/**
 * One group of gold tables that statistics make. It runs in every build, after the models: silver and gold stand on
 * the bench as `schema.name`. The same lake must give the same rows, so chance comes from a fixed seed.
 */
export interface ScienceStep {
  /** Said as progress. */
  readonly name: string;
  readonly tables: readonly LakeTable[];
  /**
   * Gives the rows of each table as a SELECT on the bench, by the table's name; a table left out has none, as where a
   * source knows no prices.
   */
  readonly make: (bench: Bench, report: (line: string) => void) => Promise<Readonly<Record<string, string>>>;
}

interface StepEffects {
  now(): Date;
  report(line: string): void;
}

export async function runStep(
  step: ScienceStep,
  bench: Bench,
  { now, report }: StepEffects,
  write: (table: LakeTable, select: string) => Promise<void>,
): Promise<void> {
  const started = now().getTime();
  const made = await step.make(bench, (line) => report(`science ${line}`));
  for (const table of step.tables) await write(table, made[table.name] ?? noRows(table));
  report(`science ${step.name} took ${((now().getTime() - started) / 1000).toFixed(1)} s`);
}

/** A reckoned row of a table, by its columns. A nullable column may be left out. */
export type ScienceRow<Table extends LakeTable> = {
  readonly [Name in keyof Table['columns']]?: KeptValue;
};

/**
 * Puts reckoned rows on the bench and answers with the SELECT over them. Figures are numbers, days and ids are text;
 * the table gives them its own types and rounds them.
 */
export async function scienceRows<Table extends LakeTable>(
  bench: Bench,
  table: Table,
  rows: Iterable<ScienceRow<Table>>,
): Promise<string> {
  const columns = Object.entries<Column>(table.columns);
  const names = columns.map(([name]) => name as keyof Table['columns']);
  await bench.keep(
    `made_${table.name}`,
    columns.map(([name, { sqlType }]) => ({ name, holds: /char|date/.test(sqlType) ? 'text' : 'figure' })),
    valuesOf(rows, names),
  );
  return `SELECT * FROM temp.made_${table.name}`;
}

function* valuesOf<Table extends LakeTable>(
  rows: Iterable<ScienceRow<Table>>,
  names: readonly (keyof Table['columns'])[],
): Iterable<readonly KeptValue[]> {
  for (const row of rows) yield names.map((name) => row[name] ?? null);
}

/** SELECT of no rows with the columns of a table. */
export function noRows(table: LakeTable): string {
  const columns = Object.entries(table.columns).map(
    ([name, { sqlType }]) => `CAST(NULL AS ${localType(sqlType)}) AS ${name}`,
  );
  return `SELECT ${columns.join(', ')} WHERE false`;
}

/** @throws TypeError where the contract and the steps do not name the same tables */
export function requireEveryTableMade(steps: readonly ScienceStep[], tables: readonly LakeTable[]): void {
  const made = steps.flatMap((step) => step.tables.map(qualifiedName)).sort();
  const declared = tables.map(qualifiedName).sort();
  if (made.join() !== declared.join())
    throw new TypeError(`Steps make ${made.join(', ')}; the contract declares ${declared.join(', ')}`);
}
