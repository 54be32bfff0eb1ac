'use client';
import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useMemo, useRef } from 'react';
import { compareCells, type TableColumn } from '#lib/table-column.ts';
import type { AnyColumn, AnyRow } from './data-cell.tsx';
import { DataRow, Spacer } from './data-row.tsx';
import { usePrinting } from './printing.ts';
import { useTableAddress } from './table-address.ts';
import { TableHead } from './table-head.tsx';
import { columnWidths, findRows, largestOf, minimumWidth } from './table-model.ts';
import { TableTools } from './table-tools.tsx';

interface DataTableProps<Row extends object> {
  /** Short and unique on the page: under it the address keeps order, columns and what was looked for. */
  readonly id: string;
  readonly caption: string;
  /** The first one names the row. */
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** The field that tells one row from every other. */
  readonly rowId: Extract<keyof Row, string>;
  readonly currency: string;
}

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
});
/** Below this all rows are in the document; above it only those that can be seen. */
const VIRTUAL_FROM = 60;
const FIND_FROM = 12;
const ROW_HEIGHT = 36;

/** The one table of the product: sorts, finds, shows the columns somebody chose, and holds as many rows as a page may. */
export function DataTable<Row extends object>({
  id,
  caption,
  rowId,
  currency,
  ...given
}: DataTableProps<Row>) {
  const columns = given.columns as unknown as readonly AnyColumn[];
  const rows = given.rows as readonly AnyRow[];
  const address = useTableAddress(
    id,
    columns.map((column) => column.id),
  );
  const usual = columns.filter(({ optional }) => !optional).map((column) => column.id);
  const shown = address.shown ?? usual;
  const found = useMemo(() => findRows(rows, columns, address.find), [rows, columns, address.find]);
  const table = useTable({
    features,
    data: found as AnyRow[],
    columns: useMemo(() => definitions(columns), [columns]),
    getRowId: (row: AnyRow) => String(row[rowId]),
    state: {
      sorting: address.order ? [address.order] : [],
      columnVisibility: Object.fromEntries(
        // What names the rows stays.
        columns.map((column, at) => [column.id, at === 0 || shown.includes(column.id)]),
      ),
    },
  });
  const visible = table.getVisibleLeafColumns().flatMap(({ id: one }) => {
    const column = columns.find((each) => each.id === one);
    return column ? [column] : [];
  });
  const sorted = table.getRowModel().rows;
  const largest = useMemo(() => largestOf(rows, columns), [rows, columns]);

  const widths = useMemo(() => columnWidths(columns, rows), [columns, rows]);

  const scroller = useRef<HTMLDivElement>(null);
  const isVirtual = !usePrinting() && sorted.length >= VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: sorted.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    initialRect: { width: 0, height: 560 },
  });
  const items = virtualizer.getVirtualItems();
  const from = isVirtual ? (items[0]?.index ?? 0) : 0;
  const drawn = isVirtual ? sorted.slice(from, (items.at(-1)?.index ?? -1) + 1) : sorted;
  const above = isVirtual ? (items[0]?.start ?? 0) : 0;
  const below = isVirtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;

  return (
    <div className="@container">
      {columns.length > 3 || rows.length >= FIND_FROM ? (
        <TableTools
          caption={caption}
          columns={columns}
          shown={visible.map((column) => column.id)}
          onShown={address.setShown}
          find={rows.length >= FIND_FROM ? address.find : null}
          onFind={address.setFind}
          rows={
            found.length === rows.length ? `${rows.length} rows` : `${found.length} of ${rows.length} rows`
          }
        />
      ) : null}
      {/* The headings are buttons inside it, so that arrow keys scroll it. */}
      <div
        ref={scroller}
        className={`relative overflow-auto ${isVirtual ? 'max-h-[35rem]' : ''} print:max-h-none`}
      >
        <table
          className="w-full min-w-(--on-phone) table-fixed border-separate border-spacing-0 text-sm @md:min-w-(--in-panel)"
          style={
            {
              '--on-phone': `${minimumWidth(visible, widths, true)}rem`,
              '--in-panel': `${minimumWidth(visible, widths, false)}rem`,
            } as CSSProperties
          }
          aria-rowcount={isVirtual ? sorted.length + 1 : undefined}
        >
          <caption className="sr-only">{caption}</caption>
          <colgroup>
            {visible.map((column, at) => (
              <col
                key={column.id}
                className={column.wide ? 'hidden @md:table-column' : ''}
                // The name takes what the others leave.
                style={at === 0 ? undefined : { width: `${widths[column.id]}rem` }}
              />
            ))}
          </colgroup>
          <TableHead columns={visible} order={address.order} onOrder={address.setOrder} />
          <tbody>
            <Spacer height={above} />
            {drawn.map((row, at) => (
              <DataRow
                key={row.id}
                id={row.id}
                row={row.original}
                columns={visible}
                currency={currency}
                largest={largest}
                position={isVirtual ? from + at + 2 : undefined}
              />
            ))}
            <Spacer height={below} />
          </tbody>
        </table>
        {found.length === 0 ? (
          <p className="py-6 text-center text-ink-muted">No row holds “{address.find}”.</p>
        ) : null}
      </div>
    </div>
  );
}

function definitions(columns: readonly AnyColumn[]) {
  return columns.map(({ id }) => ({
    id,
    // What is missing stays at the end, whichever way the rest is sorted.
    accessorFn: (row: AnyRow) => row[id] ?? undefined,
    sortUndefined: 'last' as const,
    sortFn: (a: { getValue: (id: string) => unknown }, b: { getValue: (id: string) => unknown }) =>
      compareCells(a.getValue(id), b.getValue(id)),
  }));
}
