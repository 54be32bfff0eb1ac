import { formatCount, formatDay, NO_FIGURE } from '#lib/figures.ts';
import type { ShelfGap } from '#lib/store-day.ts';
import { ScrollRegion } from './scroll-region.tsx';

const HEAD = 'pb-2 pl-4 text-right align-bottom font-medium sm:whitespace-nowrap';
const FIGURE = 'py-1.5 pl-4 text-right whitespace-nowrap';

export function ShelfTable({ gaps, most }: { gaps: readonly ShelfGap[]; most: number }) {
  return (
    <ScrollRegion label="Products without a unit on hand">
      <table className="w-full text-sm" data-shelf-gaps>
        <caption className="sr-only">Products without a unit on hand</caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="pb-2 text-left align-bottom font-medium">
              Product
            </th>
            <th scope="col" className={HEAD}>
              Sold in 4 weeks
            </th>
            <th scope="col" className={`${HEAD} hidden sm:table-cell`}>
              Days in stock
            </th>
            <th scope="col" className={`${HEAD} hidden sm:table-cell`}>
              Last sold
            </th>
            <th scope="col" className={HEAD}>
              On order
            </th>
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <tr key={gap.productId} className="border-t border-line" data-row={gap.productId}>
              <th scope="row" className="w-full max-w-0 py-1.5 text-left font-normal">
                <span className="block truncate" title={gap.productName}>
                  {gap.productName}
                  <span className="ml-2 hidden text-xs text-ink-muted sm:inline">{gap.productId}</span>
                </span>
              </th>
              <td className={`${FIGURE} font-medium`}>{formatCount(gap.unitsSold)}</td>
              <td
                className={`${FIGURE} hidden text-ink-muted sm:table-cell`}
              >{`${gap.daysInStock} of 28`}</td>
              <td className={`${FIGURE} hidden text-ink-muted sm:table-cell`}>
                {gap.lastSoldOn ? formatDay(gap.lastSoldOn) : NO_FIGURE}
              </td>
              <td className={FIGURE}>
                {gap.onOrder > 0 ? formatCount(gap.onOrder) : <span className="text-warn">none</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {gaps.length === most ? (
        <p className="pt-2 text-sm text-ink-muted">{`The first ${most}; there may be more.`}</p>
      ) : null}
    </ScrollRegion>
  );
}
