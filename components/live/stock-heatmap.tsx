import type { StockFloor } from '#lib/stock-floor.ts';
import { categoriesOf, cellInWords, coverInDays, heatOf } from '#lib/stock-heat.ts';

/** The figure says it; the shade only leads the eye to it. */
const SHADE = {
  short: 'bg-bad/20 font-semibold text-ink',
  low: 'bg-warn/20 text-ink',
  fine: 'bg-good/10 text-ink',
  none: 'text-ink-muted',
} as const;

export interface PickedCell {
  readonly storeId: string;
  readonly category: string;
}

interface StockHeatmapProps {
  readonly floors: readonly StockFloor[];
  readonly names: ReadonlyMap<string, string>;
  readonly picked: PickedCell | null;
  readonly onPick: (cell: PickedCell) => void;
}

/** Days of cover, store by store and category by category; a dot counts what is sold out. */
export function StockHeatmap({ floors, names, picked, onPick }: StockHeatmapProps) {
  const categories = categoriesOf(floors);
  return (
    <div className="relative overflow-x-auto">
      <table
        data-stays="of this moment"
        className="w-full border-separate border-spacing-0.5 text-sm tabular-nums"
        data-stock-heatmap
      >
        <caption className="sr-only">Days of cover by store and category</caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="sticky left-0 z-10 bg-surface pr-3 pb-1 text-left font-medium">
              Store
            </th>
            {categories.map((category) => (
              <th
                key={category}
                scope="col"
                className="min-w-16 px-1 pb-1 text-right align-bottom font-medium"
              >
                {category}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {floors.map(({ storeId, cells }) => {
            const store = names.get(storeId) ?? storeId;
            return (
              <tr key={storeId}>
                <th
                  scope="row"
                  className="sticky left-0 z-10 max-w-40 truncate bg-surface pr-3 text-left font-normal"
                >
                  {store}
                </th>
                {categories.map((category) => {
                  const cell = cells.find((it) => it.category === category);
                  if (!cell) return <td key={category} />;
                  const isPicked = picked?.storeId === storeId && picked.category === category;
                  return (
                    <td key={category} className="p-0">
                      <button
                        type="button"
                        data-cell={`${storeId}/${category}`}
                        data-sold-out={cell.soldOut}
                        aria-pressed={isPicked}
                        aria-label={cellInWords(store, cell)}
                        onClick={() => onPick({ storeId, category })}
                        className={`flex min-h-8 w-full items-center justify-end gap-1.5 rounded px-2 hover:outline-2 hover:outline-accent aria-pressed:outline-2 aria-pressed:outline-accent pointer-coarse:min-h-11 ${SHADE[heatOf(cell)]}`}
                      >
                        {cell.soldOut > 0 ? (
                          <span className="rounded-full bg-surface px-1.5 text-xs font-medium text-bad">
                            {cell.soldOut}
                          </span>
                        ) : null}
                        {coverInDays(cell.daysOfCover)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
