import { setAside } from '#server/gold/tables/silver.ts';
import type { Bench } from './bench.ts';
import { type BuildBefore, bronzeFile, without } from './build-before.ts';
import type { Input } from './inputs.ts';
import { readTableSql } from './parquet-view.ts';
import { UNLISTED } from './rules.ts';
import type { Source } from './source.ts';
import { literal } from './sql-text.ts';

/** What a build has to make anew; everything else is carried over from the build before. */
export interface Reopened {
  readonly before: BuildBefore;
  /** Months, as 2026-11, whose lines may differ. */
  readonly months: readonly string[];
  /** Ends the restriction of bronze to the tickets opened again. */
  close(): Promise<void>;
}

/**
 * Finds the tickets that have a row in a file that came, changed or went, the months they stand in, and every ticket
 * with a row in those months; leaves `bronze.<table>` with the rows of these tickets alone. Whatever a row can have a
 * bearing on (its repetitions, its later versions, its ticket) lies within its ticket, so nothing else can change.
 * Undefined where all is to be made: a list changed, or the source is not one of tickets in files.
 */
export async function reopenTickets(
  bench: Bench,
  source: Source,
  inputs: readonly Input[],
  before: BuildBefore | undefined,
): Promise<Reopened | undefined> {
  const { tickets } = source;
  if (!before || !tickets) return undefined;
  const [came, went] = [without(inputs, before.inputs), without(before.inputs, inputs)];
  if ([...came, ...went].some(({ table }) => table !== tickets.table)) return undefined;
  const files = (some: readonly Input[], folder: string) =>
    some.filter(({ table }) => table === tickets.table).map((input) => literal(bronzeFile(folder, input)));
  const now = files(inputs, bench.folder);
  const touched = [...files(came, bench.folder), ...files(went, before.folder)];
  const view = (parts: readonly string[], where: string) =>
    bench.run(
      `CREATE OR REPLACE VIEW bronze.${tickets.table} AS SELECT * FROM read_parquet([${parts.join(', ')}], union_by_name = true) ${where}`,
    );
  const isReopened = `WHERE ${tickets.key} IN (SELECT ticket FROM reopened)`;

  await bench.run(
    `CREATE TABLE reopened AS SELECT DISTINCT ${tickets.key} AS ticket FROM read_parquet([${touched.join(', ')}])`,
  );
  await view([...now, ...files(went, before.folder)], isReopened);
  await bench.run(
    `CREATE TABLE reopened_months AS SELECT DISTINCT strftime(business_date, '%Y-%m') AS month FROM (${source.readings})
    WHERE business_date IS NOT NULL`,
  );
  await view(now, '');
  await bench.run(
    `INSERT INTO reopened SELECT DISTINCT coalesce(transaction_id, '') FROM (${source.readings})
    WHERE strftime(business_date, '%Y-%m') IN (FROM reopened_months)`,
  );
  await bench.run(
    `CREATE TABLE reopened_rows AS SELECT source_file, source_line
    FROM read_parquet([${[...now, ...files(went, before.folder)].join(', ')}]) ${isReopened}`,
  );
  await view(now, isReopened);
  const months = await bench.rows<{ month: string }>('SELECT month FROM reopened_months ORDER BY month');
  return { before, months: months.map(({ month }) => month), close: () => view(now, '') };
}

/**
 * SELECT of silver.set_aside: what the judges set aside now, and what was before and is not judged again. Tickets are
 * opened again only where no list changed, so the rows set aside of lists are among what was before.
 */
export function setAsideSql({ unlisted }: Source, reopened: Reopened | undefined): string {
  const judged = 'SELECT * FROM aside';
  if (!reopened)
    return unlisted === undefined
      ? judged
      : `${judged} UNION ALL BY NAME SELECT *, '${UNLISTED}' AS outcome, 0 AS amount FROM (${unlisted})`;
  return `(${judged}) UNION ALL BY NAME (SELECT * FROM (${readTableSql(setAside, reopened.before.folder)})
    ANTI JOIN reopened_rows USING (source_file, source_line))`;
}
