import { formatCount, formatMonth, formatRate, formatRatio } from '#lib/figures.ts';
import { otif, type SupplierMonth } from '#lib/supplier-scorecard.ts';

const HEAD = 'py-1.5 pl-4 text-right font-medium first:pl-0 first:text-left';
const CELL = 'py-1.5 pl-4 text-right';

/** The months of a supplier to read, copy or hear. */
export function SupplierMonthsTable({ months }: { months: readonly SupplierMonth[] }) {
  return (
    <details className="mt-3 text-sm">
      <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink">Show as a table</summary>
      <div className="relative mt-2 overflow-x-auto">
        <table className="w-full">
          <caption className="sr-only">Deliveries by month of the promise</caption>
          <thead className="text-ink-muted">
            <tr>
              {['Month', 'Lines due', 'OTIF', 'Fill rate', 'Lead time'].map((title) => (
                <th key={title} scope="col" className={HEAD}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, linesDue, otifLines, orderedUnits, receivedUnits, leadMean }) => (
              <tr key={month} className="border-t border-line" data-month={month}>
                <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
                  {formatMonth(month)}
                </th>
                <td className={CELL}>{formatCount(linesDue)}</td>
                <td className={CELL}>{formatRate(otif(otifLines, linesDue))}</td>
                <td className={CELL}>{formatRate(orderedUnits > 0 ? receivedUnits / orderedUnits : null)}</td>
                <td className={CELL}>{formatRatio(leadMean, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
