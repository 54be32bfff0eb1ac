import type { ColumnKind } from '#lib/table-column.ts';
import type { AnyColumn, AnyRow } from './data-cell.tsx';

/** Widths in rem, so that rows coming into sight do not move the columns; words share what is left. */
export const COLUMN_WIDTHS: Readonly<Record<ColumnKind, number | null>> = {
  text: null,
  day: 7,
  flag: 5,
  count: 5.5,
  ratio: 5,
  money: 7.5,
  rate: 4.75,
  change: 4.75,
  points: 5,
};
const WORDS_WIDTH = 7.5;

/** Narrower than this a table scrolls sideways inside its panel. */
export function minimumWidth(columns: readonly AnyColumn[]): number {
  return columns
    .filter(({ wide }) => !wide)
    .reduce((sum, { kind }) => sum + (COLUMN_WIDTHS[kind] ?? WORDS_WIDTH), 0);
}

/** Rows of which some text holds what was typed, in any case. */
export function findRows(
  rows: readonly AnyRow[],
  columns: readonly AnyColumn[],
  find: string,
): readonly AnyRow[] {
  const wanted = find.trim().toLowerCase();
  if (wanted === '') return rows;
  const fields = columns.flatMap(({ id, kind, detail }) => [
    ...(kind === 'text' ? [id] : []),
    ...(detail ? [detail] : []),
  ]);
  return rows.filter((row) =>
    fields.some((field) =>
      String(row[field] ?? '')
        .toLowerCase()
        .includes(wanted),
    ),
  );
}

/** The largest value of each column with bars; at least one, so that a share can be taken of it. */
export function largestOf(
  rows: readonly AnyRow[],
  columns: readonly AnyColumn[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    columns
      .filter(({ bar }) => bar)
      .map(({ id }) => [id, rows.reduce((most, row) => Math.max(most, Number(row[id] ?? 0)), 1)]),
  );
}
