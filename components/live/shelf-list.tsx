import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { timeOfDay } from '#lib/completeness.ts';
import { formatCount, formatMoney, formatRate } from '#lib/figures.ts';
import { minorUnits } from '#lib/money.ts';
import type { ShelfRow } from '#lib/stock-floor.ts';
import { coverInDays } from '#lib/stock-heat.ts';

interface ShelfListProps {
  readonly caption: string;
  readonly rows: readonly ShelfRow[];
  readonly currency: string;
  /** Said where there are none. */
  readonly empty: string;
  /** `doubt` shows how likely the record is wrong instead of when it runs out. */
  readonly shows: 'end' | 'doubt';
}

/** Products of a shelf, worst first. */
export function ShelfList({ caption, rows, currency, empty, shows }: ShelfListProps) {
  if (rows.length === 0) return <PanelEmpty>{empty}</PanelEmpty>;
  const cell = 'py-1.5 pl-4 text-right whitespace-nowrap tabular-nums';
  const columns =
    shows === 'end'
      ? ['Left', 'On order', 'Lasts until', 'At stake']
      : ['On record', 'Days idle', 'Likely gone'];
  return (
    <div className="relative overflow-x-auto">
      <table data-stays="of this moment" className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="pb-1.5 text-left font-medium">
              Product
            </th>
            {columns.map((title) => (
              <th key={title} scope="col" className="pb-1.5 pl-4 text-right font-medium whitespace-nowrap">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.productId} className="border-t border-line" data-shelf={row.productId}>
              <th scope="row" className="min-w-36 py-1.5 text-left font-normal">
                {row.productName}
                <span className="block text-xs text-ink-muted">{row.category}</span>
              </th>
              <td className={cell}>{formatCount(row.onHandNow)}</td>
              {shows === 'end' ? (
                <>
                  <td className={`${cell} text-ink-muted`}>{formatCount(row.onOrder)}</td>
                  <td className={`${cell} ${row.runsOutAt === null ? '' : 'font-medium text-bad'}`}>
                    {endOf(row)}
                  </td>
                  <td className={`${cell} font-medium`}>
                    {formatMoney(minorUnits(BigInt(row.atStake)), currency)}
                  </td>
                </>
              ) : (
                <>
                  <td className={`${cell} text-ink-muted`}>{formatCount(row.idleDays)}</td>
                  <td className={`${cell} font-medium`}>{formatRate(row.phantomScore)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function endOf({ onHandNow, runsOutAt, daysOfCover }: ShelfRow): string {
  if (onHandNow === 0) return 'sold out';
  if (runsOutAt !== null) return `today ${timeOfDay(runsOutAt)}`;
  return `${coverInDays(daysOfCover)} days`;
}
