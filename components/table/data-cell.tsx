import Link from 'next/link';
import { Change } from '#components/panel/change.tsx';
import { type TableColumn, writeCell } from '#lib/table-column.ts';

export type AnyRow = Readonly<Record<string, unknown>>;
export type AnyColumn = TableColumn<AnyRow>;

interface DataCellProps {
  readonly column: AnyColumn;
  readonly row: AnyRow;
  readonly currency: string;
  /** Largest value of the column, for the length of bars. */
  readonly largest: number;
}

/** What stands in a cell: the figure or the words, where it leads, and how long it is beside the longest. */
export function DataCell({ column, row, currency, largest }: DataCellProps) {
  const value = row[column.id];
  const address = column.href && row[column.href];
  const detail = column.detail && row[column.detail];
  const written =
    column.kind === 'change' || column.kind === 'points' ? (
      <Change metric={column.metric ?? 'netSales'} change={(value ?? null) as number | null} />
    ) : (
      writeCell(column.kind, value, currency)
    );
  const words =
    typeof address === 'string' ? (
      <Link href={address} className="underline-offset-4 hover:underline">
        {written}
      </Link>
    ) : (
      written
    );
  return (
    <>
      {detail ? (
        // Where there is too little room the name is cut, which its title tells whole, and never the id.
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 truncate" title={String(value ?? '')}>
            {words}
          </span>
          <span className="hidden shrink-0 text-xs text-ink-muted @md:inline">{String(detail)}</span>
        </span>
      ) : (
        words
      )}
      {column.bar ? <Bar share={value === null ? 0 : Number(value) / largest} /> : null}
    </>
  );
}

/** Length against the largest row; the figure itself stands above it. */
function Bar({ share }: { share: number }) {
  return (
    <span aria-hidden="true" className="mt-0.5 block h-1 rounded-full bg-surface-sunken">
      <span
        className="ml-auto block h-full rounded-full bg-accent/70"
        style={{ width: `${Math.max(0, share) * 100}%` }}
      />
    </span>
  );
}
