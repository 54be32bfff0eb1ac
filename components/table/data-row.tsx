import { isFigure } from '#lib/table-column.ts';
import { type AnyColumn, type AnyRow, DataCell } from './data-cell.tsx';

interface DataRowProps {
  readonly id: string;
  readonly row: AnyRow;
  readonly columns: readonly AnyColumn[];
  readonly currency: string;
  readonly largest: Readonly<Record<string, number>>;
  /** Place in the whole table, of which only a part is in the document; the heading is 1. */
  readonly position?: number | undefined;
}

export function DataRow({ id, row, columns, currency, largest, position }: DataRowProps) {
  return (
    <tr data-row={id} aria-rowindex={position} className="group">
      {columns.map((column, at) =>
        at === 0 ? (
          <th
            key={column.id}
            scope="row"
            className="sticky left-0 z-1 truncate border-t border-line bg-surface py-1.5 text-left font-normal group-hover:bg-surface-sunken"
          >
            <DataCell {...{ column, row, currency }} largest={largest[column.id] ?? 1} />
          </th>
        ) : (
          <td
            key={column.id}
            className={`border-t border-line py-1.5 pl-3 group-hover:bg-surface-sunken ${isFigure(column.kind) ? 'text-right whitespace-nowrap' : 'truncate'} ${column.wide ? 'hidden @md:table-cell' : ''}`}
          >
            <DataCell {...{ column, row, currency }} largest={largest[column.id] ?? 1} />
          </td>
        ),
      )}
    </tr>
  );
}

/** Stands for the rows that are out of sight. */
export function Spacer({ height }: { height: number }) {
  return height > 0 ? (
    <tr>
      <td aria-hidden="true" style={{ height }} />
    </tr>
  ) : null;
}
