import { useId } from 'react';
import type { AnyColumn } from './data-cell.tsx';

interface TableToolsProps {
  readonly caption: string;
  readonly columns: readonly AnyColumn[];
  readonly shown: readonly string[];
  readonly onShown: (shown: readonly string[] | null) => void;
  /** Null where the table is short enough to be looked through. */
  readonly find: string | null;
  readonly onFind: (find: string) => void;
  readonly rows: string;
}

/** What can be done with a table beside sorting it: look for rows, choose columns. */
export function TableTools({ caption, columns, shown, onShown, find, onFind, rows }: TableToolsProps) {
  const sheet = useId();
  return (
    <div className="mb-2 flex flex-wrap items-center justify-end gap-2 text-sm text-ink-muted print:hidden">
      <span role="status" className="mr-auto">
        {rows}
      </span>
      {find === null ? null : (
        <input
          type="search"
          value={find}
          onChange={({ target }) => onFind(target.value)}
          aria-label={`Find in ${caption}`}
          placeholder="Find"
          className="h-9 w-36 rounded-lg border border-line-strong bg-surface px-2.5 text-ink pointer-coarse:h-11"
        />
      )}
      <button
        type="button"
        popoverTarget={sheet}
        aria-label={`Choose columns of ${caption}`}
        className="h-9 rounded-lg border border-line-strong bg-surface px-3 text-ink hover:bg-surface-sunken pointer-coarse:h-11"
      >
        Columns
      </button>
      <fieldset
        id={sheet}
        popover="auto"
        className="m-auto max-h-[80dvh] w-72 overflow-y-auto rounded-xl border border-line bg-surface p-5 text-ink shadow-xl backdrop:bg-black/30"
      >
        <p className="mb-2 font-semibold">Columns</p>
        {columns.map(({ id, title }, at) => (
          <label key={id} className="flex min-h-9 items-center gap-3 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={shown.includes(id)}
              // What names the rows stays.
              disabled={at === 0}
              onChange={({ target }) => onShown(columnsWith(columns, shown, id, target.checked))}
            />
            {title}
          </label>
        ))}
        <button
          type="button"
          onClick={() => onShown(null)}
          className="mt-2 text-accent underline-offset-4 hover:underline"
        >
          The usual ones
        </button>
      </fieldset>
    </div>
  );
}

function columnsWith(
  columns: readonly AnyColumn[],
  shown: readonly string[],
  id: string,
  on: boolean,
): readonly string[] {
  return columns.map((column) => column.id).filter((one) => (one === id ? on : shown.includes(one)));
}
