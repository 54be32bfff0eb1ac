import { basename } from 'node:path';
import type { Bench } from '../bench.ts';
import { timeSql } from '../received-text.ts';
import { literal } from '../sql-text.ts';
import { quoted } from './column-sql.ts';
import type { SourceDeclaration, Version } from './declaration.ts';
import type { ReceivedFile } from './received-files.ts';
import { CsvLineError } from './refusals.ts';
import { versionSql } from './version-sql.ts';

/** Day and month in figures beside each other; behind a year nobody writes the day first. */
const DAY_AND_MONTH = /(?<!%[Yy][^%]{0,2})%-?(?:d[^%]{0,2}%-?m|m[^%]{0,2}%-?d)/;
const LONGEST_QUOTE = 40;

interface Written {
  readonly column: string;
  readonly format: string;
}

/**
 * Whether the versions and dates of a file, kept as `part`, are what the declaration says. Answers with what cannot be
 * known: where no day is after the 12th, a wrong order of day and month reads as well as the right one.
 * @throws CsvLineError for a version that cannot be read: which row is the latest would be a guess.
 */
export async function checkDates(
  bench: Bench,
  { path, table }: ReceivedFile,
  declaration: SourceDeclaration,
  part: string,
): Promise<string[]> {
  const rows = `read_parquet(${literal(part)})`;
  const versions = versionsOf(declaration, table);
  for (const version of versions) {
    const [column, form] =
      typeof version === 'string' ? [version, 'number'] : [version.column, `date as ${version.date}`];
    const [bad] = await bench.rows<{ line: number; text: string }>(
      `SELECT source_line AS line, left(${quoted(column)}, ${LONGEST_QUOTE}) AS text FROM ${rows}
      WHERE trim(${quoted(column)}) <> '' AND ${versionSql(version, quoted)} IS NULL ORDER BY line LIMIT 1`,
    );
    if (bad)
      throw new CsvLineError(
        path,
        String(bad.line),
        `column ${column}: the version "${bad.text}" is no ${form}`,
      );
  }
  const doubts: string[] = [];
  for (const { column, format } of [...timesOf(declaration, table), ...versions.flatMap(dateOf)]) {
    if (!DAY_AND_MONTH.test(format)) continue;
    const [found] = await bench.rows<{ doubtful: boolean | null }>(
      `SELECT max(day(time)) <= 12 AND bool_or(day(time) <> month(time)) AS doubtful
      FROM (SELECT ${timeSql(quoted(column), { format })} AS time FROM ${rows})`,
    );
    if (found?.doubtful)
      doubts.push(
        `${table}: ${basename(path)}, column ${column}: no day is after the 12th, so day and month may be the other way round than declared`,
      );
  }
  return doubts;
}

function versionsOf({ tables, lines }: SourceDeclaration, table: string): Version[] {
  const { version, columns = [] } = tables[table] ?? {};
  const ofLines = table === lines.table ? lines.latest?.version : undefined;
  return [version, ofLines].filter((it) => it !== undefined).filter((it) => columns.includes(columnOf(it)));
}

const columnOf = (version: Version) => (typeof version === 'string' ? version : version.column);
const dateOf = (version: Version) =>
  typeof version === 'string' ? [] : [{ column: version.column, format: version.date }];

/** The columns of this table that hold times or days, as the declaration says they are written. */
function timesOf(declaration: SourceDeclaration, table: string): Written[] {
  const { lines } = declaration;
  const ofLines = [lines.time, lines.businessDate].flatMap((written) => {
    if (!written) return [];
    const { column, format } = written;
    const lookedUp = lines.lookups.find((lookup) => column.startsWith(`${lookup.table}.`))?.table;
    if ((lookedUp ?? lines.table) !== table) return [];
    return [{ column: lookedUp ? column.slice(lookedUp.length + 1) : column, format }];
  });
  const ofLists = daysOfLists(declaration).filter((list) => list.table === table);
  return [...ofLines, ...ofLists.flatMap(({ days }) => days.filter((written) => written !== undefined))];
}

function daysOfLists({ products, stores, placements, campaigns }: SourceDeclaration) {
  const shown = placements && 'from' in placements.days ? [placements.days.from, placements.days.to] : [];
  const lists: { table: string | undefined; days: (Written | undefined)[] }[] = [
    { table: products?.table, days: [products?.validFrom] },
    { table: stores.table, days: [stores.openedOn, stores.closedOn] },
    { table: placements?.table, days: shown },
    { table: campaigns?.table, days: [campaigns?.from, campaigns?.to] },
    { table: campaigns?.redemptions.table, days: [campaigns?.redemptions.day] },
  ];
  return lists;
}
