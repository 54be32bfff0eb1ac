import { METRICS } from '#lib/metrics.ts';
import type { ColumnKind } from '#lib/table-column.ts';
import type { AnyColumn, AnyRow } from './data-cell.tsx';

/** Widths in rem, so that rows coming into sight do not move the columns; words are as wide as they are long. */
export const COLUMN_WIDTHS: Readonly<Record<ColumnKind, number | null>> = {
  text: null,
  day: 7,
  flag: 5,
  count: 5,
  ratio: 5,
  money: 7.5,
  rate: 4.75,
  change: 4.75,
  points: 5,
};
/** Words are cut beyond the largest; on a phone the name of a row leaves room for a figure beside it. */
const WORDS = { least: 4.5, most: 22, name: 17, nameOnPhone: 7.5 };
/** Of a letter of a cell, of one in small. */
const [CELL_LETTER, SMALL_LETTER] = [0.46, 0.42];
/** Of a letter of a heading, of the mark that opens a definition, and of what stands before a column. */
const LETTER = 0.52;
const MARK = 1.75;
const GAP = 0.75;

/** Whether a heading opens what its figure means: only under the figure's own name. */
export const isDefined = ({ metric, title }: AnyColumn): boolean =>
  metric !== undefined && METRICS[metric].title === title;

/** Letters of the longest line of a heading that takes two lines, or three where it is long; no word is cut. */
function longestLine(title: string): number {
  const words = title.split(/[\s\u00AD-]+/).map((word) => word.length);
  const lines = title.length > 18 ? 3 : 2;
  return Math.max(...words, words.length > 1 ? Math.ceil(title.length / lines) + 1 : 0);
}

/**
 * Widths in rem by column, each for its figures or words and for its heading. The first column names the rows: it takes
 * what the others leave, and this much at least.
 */
export function columnWidths(
  columns: readonly AnyColumn[],
  rows: readonly AnyRow[],
): Readonly<Record<string, number>> {
  const widthOf = (column: AnyColumn, at: number) => {
    const content =
      COLUMN_WIDTHS[column.kind] ?? wordsWidth(column, rows, at === 0 ? WORDS.name : WORDS.most);
    return Math.max(content, GAP + (isDefined(column) ? MARK : 0) + longestLine(column.title) * LETTER);
  };
  return Object.fromEntries(columns.map((column, at) => [column.id, widthOf(column, at)]));
}

function wordsWidth({ id, detail }: AnyColumn, rows: readonly AnyRow[], most: number): number {
  const letters = (field: string) =>
    rows.reduce((longest, row) => Math.max(longest, String(row[field] ?? '').length), 0);
  const small = detail ? GAP + letters(detail) * SMALL_LETTER : 0;
  return Math.min(most, Math.max(WORDS.least, GAP + letters(id) * CELL_LETTER + small));
}

/** Narrower than this, in rem, a table scrolls sideways inside its panel; `wide` columns are left out on a phone. */
export function minimumWidth(
  columns: readonly AnyColumn[],
  widths: Readonly<Record<string, number>>,
  onPhone: boolean,
): number {
  return columns
    .filter(({ wide }) => !onPhone || !wide)
    .reduce((sum, { id }, at) => sum + (onPhone && at === 0 ? WORDS.nameOnPhone : (widths[id] ?? 0)), 0);
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
