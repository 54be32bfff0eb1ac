import type { TableColumn } from '#lib/table-column.ts';
import { type ExportColumn, exportColumns } from '../export/table-export.ts';

/** One table of the registry of exports as a list of JSON rows. Its page, its label and its question are the table's. */
export interface ApiEndpoint {
  /** Below /api/v1. */
  readonly path: string;
  /** Its name in EXPORTS. */
  readonly table: string;
  readonly summary: string;
  readonly columns: readonly ExportColumn[];
}

/** An entry of the interface: the columns are those of the screen. */
export function apiEndpoint<Row extends object>(
  path: string,
  table: string,
  summary: string,
  columns: readonly TableColumn<Row>[],
): ApiEndpoint {
  return { path, table, summary, columns: exportColumns(columns) };
}
