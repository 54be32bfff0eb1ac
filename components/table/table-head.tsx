import { Definition } from '#components/panel/definition.tsx';
import { METRICS } from '#lib/metrics.ts';
import { isFigure, type TableOrder } from '#lib/table-column.ts';
import type { AnyColumn } from './data-cell.tsx';
import { isDefined } from './table-model.ts';

interface TableHeadProps {
  readonly columns: readonly AnyColumn[];
  readonly order: TableOrder | null;
  readonly onOrder: (order: TableOrder | null) => void;
}

/** Headings that sort: figures the largest first, words from the first letter; a third press gives the given order back. */
export function TableHead({ columns, order, onOrder }: TableHeadProps) {
  return (
    <thead className="text-ink-muted">
      <tr>
        {columns.map((column, at) => {
          const sorted = order?.id === column.id ? order : null;
          const figure = isFigure(column.kind);
          const next = () => {
            if (!sorted) return { id: column.id, desc: figure };
            return sorted.desc === figure ? { id: column.id, desc: !figure } : null;
          };
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={sorted ? (sorted.desc ? 'descending' : 'ascending') : undefined}
              className={`sticky top-0 bg-surface pb-1 align-bottom font-medium ${figure ? 'pl-3 text-right' : 'text-left'} ${at === 0 ? 'left-0 z-20' : 'z-10'} ${at > 0 && !figure ? 'pl-3' : ''} ${column.wide ? 'hidden @md:table-cell' : ''}`}
            >
              <span className={`flex items-center gap-2 ${figure ? 'justify-end' : ''}`}>
                {column.metric && isDefined(column) ? (
                  <Definition title={column.title}>{METRICS[column.metric].formula}</Definition>
                ) : null}
                <button
                  type="button"
                  onClick={() => onOrder(next())}
                  className={`group min-h-7 min-w-7 rounded hover:text-ink ${figure ? 'text-right' : 'text-left'} ${sorted ? 'text-ink' : ''}`}
                >
                  {sorted ? <span aria-hidden="true">{sorted.desc ? '↓ ' : '↑ '}</span> : null}
                  {column.title}
                </button>
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
