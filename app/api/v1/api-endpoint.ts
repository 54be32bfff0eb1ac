import type { z } from 'zod';
import type { TableColumn } from '#lib/table-column.ts';
import { type ExportColumn, exportColumns } from '../export/table-export.ts';
import { type OwnChoice, queryOf } from './query.ts';

/** One table of the registry of exports as a list of JSON rows. Its page, its label and its question are the table's. */
export interface ApiEndpoint {
  /** Below /api/v1; a part in braces is a choice that stands in the path, such as `customers/{customer}`. */
  readonly path: string;
  /** Its name in EXPORTS. */
  readonly table: string;
  readonly summary: string;
  readonly columns: readonly ExportColumn[];
  /** What may stand in its query. */
  readonly query: z.ZodObject;
  /** About one thing: its only row, or 404 where there is none. */
  readonly isOne: boolean;
  /** The page fetches it for its own screen: whoever may open the page may ask for it. */
  readonly isOnScreen: boolean;
}

interface Traits {
  /** What can be chosen beside days and stores. */
  readonly own?: readonly OwnChoice[];
  readonly isOne?: true;
  readonly isOnScreen?: true;
}

/** An entry of the interface: the columns are those of the screen. */
export function apiEndpoint<Row extends object>(
  path: string,
  table: string,
  summary: string,
  columns: readonly TableColumn<Row>[],
  { own = [], isOne, isOnScreen }: Traits = {},
): ApiEndpoint {
  return {
    ...{ path, table, summary, columns: exportColumns(columns), query: queryOf(own) },
    ...{ isOne: isOne === true, isOnScreen: isOnScreen === true },
  };
}

const CHOICE = /^\{(\w+)\}$/;

/** Names of the choices that stand in a path, in their order. */
export function choicesInPath(path: string): string[] {
  return path.split('/').flatMap((part) => CHOICE.exec(part)?.[1] ?? []);
}

/** The choices that an address makes in its path; null where it is not one of this endpoint. */
export function matchPath({ path }: ApiEndpoint, asked: readonly string[]): Record<string, string> | null {
  const parts = path.split('/');
  if (parts.length !== asked.length) return null;
  const chosen: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const name = CHOICE.exec(part)?.[1];
    const given = asked[at] ?? '';
    if (name === undefined ? part !== given : !/^[\w-]{1,32}$/.test(given)) return null;
    if (name !== undefined) chosen[name] = given;
  }
  return chosen;
}
