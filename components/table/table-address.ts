import { parseAsArrayOf, parseAsString, useQueryStates } from 'nuqs';
import { readOrder, type TableOrder, writeOrder } from '#lib/table-column.ts';

interface TableAddress {
  readonly order: TableOrder | null;
  /** Columns somebody chose; null for the ones usually shown. */
  readonly shown: readonly string[] | null;
  readonly find: string;
  readonly setOrder: (order: TableOrder | null) => void;
  readonly setShown: (shown: readonly string[] | null) => void;
  readonly setFind: (find: string) => void;
}

/** How a table is looked at, kept in the address under the table's id: a saved link opens the same view. */
export function useTableAddress(id: string, columnIds: readonly string[]): TableAddress {
  const [state, setState] = useQueryStates(
    { sort: parseAsString.withDefault(''), columns: parseAsArrayOf(parseAsString), find: parseAsString },
    { urlKeys: { sort: `${id}.sort`, columns: `${id}.columns`, find: `${id}.find` }, history: 'replace' },
  );
  const shown = state.columns?.filter((column) => columnIds.includes(column)) ?? null;
  return {
    order: readOrder(state.sort, columnIds),
    shown: shown?.length ? shown : null,
    find: state.find ?? '',
    setOrder: (order) => void setState({ sort: order ? writeOrder(order) : null }),
    setShown: (columns) => void setState({ columns: columns ? [...columns] : null }),
    setFind: (find) => void setState({ find: find === '' ? null : find }),
  };
}
