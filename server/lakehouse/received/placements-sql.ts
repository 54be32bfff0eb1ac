import type { Source } from '../source.ts';
import { literal } from '../sql-text.ts';
import type { SourceDeclaration } from './declaration.ts';
import type { Location } from './declared-campaigns.ts';
import { type List, reading, rowsSql } from './listed.ts';

type Placements = NonNullable<SourceDeclaration['placements']>;

/** What a row of the list of placements must say: where, what, and on which days. */
export function placementList(declaration: SourceDeclaration): List | undefined {
  const { placements } = declaration;
  if (!placements) return undefined;
  const { store, product } = reading(placements, declaration);
  const [from, to] = daysSql(placements, declaration);
  return {
    table: placements.table,
    said: {
      store_id: store(placements.store),
      product_id: product(placements.product),
      from_date: from,
      to_date: to,
    },
  };
}

/** First and last day. No calendar counts more weeks than four figures say: 201701 is a year and a week. */
function daysSql(placements: Placements, declaration: SourceDeclaration): [from: string, to: string] {
  const { days } = placements;
  const { day, whole } = reading(placements, declaration);
  if ('from' in days) return [day(days.from), day(days.to)];
  const week = `CASE WHEN ${whole(days.week)} BETWEEN 1 AND 9999 THEN ${whole(days.week)} END`;
  const dayOf = (later: number) =>
    `CAST(DATE ${literal(days.firstBegins)} + ${later} + 7 * (${week} - 1) AS DATE)`;
  return [dayOf(0), dayOf(6)];
}

/**
 * SELECT of what stores had in their mailer or on display; a row that says neither is no placement. Days of one place
 * that overlap become one run, so that none counts twice there.
 */
export function placementRecords(declaration: SourceDeclaration): NonNullable<Source['records']> {
  const { placements, tables } = declaration;
  const list = placementList(declaration);
  if (!placements || !list) return {};
  const { words } = reading(placements, declaration);
  const at = (location: Location | undefined) =>
    location ? `coalesce(${locationSql(location, words(location.column))}, '')` : "''";
  const locations = { mailer_location: at(placements.mailer), display_location: at(placements.display) };
  // A later version may take a product out of the mailer again; without versions it may be in several places at once.
  const rows = tables[placements.table]?.version
    ? rowsSql({ ...list, key: ['store_id', 'product_id', 'from_date'] }, tables, locations)
    : rowsSql({ ...list, said: { ...list.said, ...locations } }, tables);
  const place = 'store_id, product_id, mailer_location, display_location';
  const ofPlace = `OVER (PARTITION BY ${place} ORDER BY from_date, to_date`;
  return {
    placements: `
      SELECT ${place}, min(from_date) AS from_date, max(to_date) AS to_date FROM (
        SELECT *, count(*) FILTER (begins) ${ofPlace}) AS run FROM (
          SELECT *, coalesce(from_date > max(to_date) ${ofPlace} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), true) AS begins
          FROM (${rows}) WHERE mailer_location <> '' OR display_location <> ''))
      GROUP BY ${place}, run`,
  };
}

/** SQL: what a location is called; NULL where it is none, and words without a name of their own stand for themselves. */
function locationSql({ none, called }: Location, words: string): string {
  const names = [
    ...none.map((one) => [literal(one), 'NULL']),
    ...Object.entries(called).map(([of, name]) => [literal(of), literal(name)]),
  ];
  if (names.length === 0) return words;
  return `CASE ${words} ${names.map(([of, name]) => `WHEN ${of} THEN ${name}`).join(' ')} ELSE ${words} END`;
}
