import { METRICS } from '#lib/metrics.ts';
import type { ColumnKind } from '#lib/table-column.ts';
import type { AnyColumn, AnyRow } from './data-cell.tsx';

/** Widths in rem, so that rows coming into sight do not move the columns; words share what is left. */
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
const WORDS_WIDTH = 7.5;
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

/** Width in rem that holds the figures of a column and its heading; null for words. */
export function columnWidth(column: AnyColumn): number | null {
  const figures = COLUMN_WIDTHS[column.kind];
  if (figures === null) return null;
  return Math.max(figures, GAP + (isDefined(column) ? MARK : 0) + longestLine(column.title) * LETTER);
}

/** Narrower than this a table scrolls sideways inside its panel. */
export function minimumWidth(columns: readonly AnyColumn[]): number {
  return columns
    .filter(({ wide }) => !wide)
    .reduce((sum, column) => sum + (columnWidth(column) ?? WORDS_WIDTH), 0);
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
