import type { Answer } from '#lib/answer.ts';
import { type ExportCell, exportCell } from '#lib/export-cell.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import type { Period, SearchParams } from '#lib/period.ts';
import type { PageName, Role } from '#lib/roles.ts';
import type { RowScope } from '#lib/scope.ts';
import type { SensitivityLabel } from '#lib/sensitivity.ts';
import type { ColumnKind, TableColumn } from '#lib/table-column.ts';

/** What an entry of the registry is asked with: proved, and read from the address as the page reads it. */
export interface ExportRequest {
  readonly role: Role;
  /** Narrowed to the stores and regions of the address. */
  readonly scope: RowScope;
  readonly search: SearchParams;
  readonly lake: LakeStatus;
  /** It becomes a file that goes its own way; false where it is asked for the screen it stands on. */
  readonly leaves: boolean;
  /** Place after which a list goes on, in the words of its own `place`; absent at its beginning. */
  readonly after?: string;
}

export interface ExportColumn {
  readonly id: string;
  readonly title: string;
  readonly kind: ColumnKind;
}

/** A row of any table; its fields are named by the columns. */
export type ExportRow = object;

export interface ExportedTable {
  readonly columns: readonly ExportColumn[];
  /** Row after row as they come; the first batch is asked before anything is given out. */
  readonly batches: AsyncIterable<readonly object[]>;
  /** Rows there are; null where it is only known that there are more than are given. */
  readonly total: number | null;
  /** Epoch milliseconds. */
  readonly queriedAt: number;
  /** The days it is about; null for a table of what is now. */
  readonly period: Period | null;
  /** Further lines of what it covers, such as the basis of its changes. */
  readonly about?: readonly (readonly [name: string, value: string])[];
  /** The place of a row, by which the rows after it are asked for: no page of a long list costs more than the first. */
  readonly place?: (row: object) => string;
}

/** One table that can be taken away. Its page decides who may; ACTIONS.export does too. */
export interface TableExport {
  readonly title: string;
  readonly page: PageName;
  readonly label: SensitivityLabel;
  /** It holds what people do, which a build knows nothing of: who has it may not have the newest. */
  readonly changes?: true;
  readonly ask: (request: ExportRequest) => Promise<ExportedTable>;
}

/** The rows of one answer as a table to take away: the columns of the screen, hidden ones too, and their ids beside names. */
export function exportAnswer<Row extends object>(
  columns: readonly TableColumn<Row>[],
  { rows, truncated, queriedAt }: Pick<Answer<Row>, 'rows' | 'truncated' | 'queriedAt'>,
  { period = null, about = [] }: Partial<Pick<ExportedTable, 'period' | 'about'>> = {},
): ExportedTable {
  return {
    columns: exportColumns(columns),
    batches: (async function* () {
      yield rows;
    })(),
    total: truncated ? null : rows.length,
    queriedAt,
    period,
    about,
  };
}

/** The cells of a row, in the order of the columns. */
export function cellsOf(columns: readonly ExportColumn[], row: object): ExportCell[] {
  const values = row as Readonly<Record<string, unknown>>;
  return columns.map(({ id, kind }) => exportCell(kind, values[id]));
}

/** A detail said in small on the screen is a column of its own in a file, before what it belongs to. */
export function exportColumns<Row extends object>(columns: readonly TableColumn<Row>[]): ExportColumn[] {
  const own = new Set<string>(columns.map(({ id }) => id));
  return columns.flatMap(({ id, title, kind, detail }) => [
    ...(detail && !own.has(detail) ? [{ id: detail, title: `${title} id`, kind: 'text' as const }] : []),
    { id, title, kind },
  ]);
}
