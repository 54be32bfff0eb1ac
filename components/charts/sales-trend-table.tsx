import Link from 'next/link';
import { formatMoney, formatWeekday } from '#lib/figures.ts';
import type { TrendPoint } from '#lib/sales-trend.ts';

interface SalesTrendTableProps {
  readonly points: readonly TrendPoint[];
  readonly currency: string;
  /** The page of one day, `{day}` in the place of its date. */
  readonly dayHref?: string;
}

/** The chart's figures to read, copy or hear. */
export function SalesTrendTable({ points, currency, dayHref }: SalesTrendTableProps) {
  const compared = points.some(({ basisDate }) => basisDate !== null);
  const head = 'py-1.5 pl-4 text-right font-medium first:pl-0 first:text-left';
  const cell = 'py-1.5 pl-4 text-right';
  return (
    <details className="mt-3 text-sm">
      <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink">Show as a table</summary>
      <div className="relative mt-2 overflow-x-auto">
        <table className="w-full">
          <thead className="text-ink-muted">
            <tr>
              <th scope="col" className={head}>
                Day
              </th>
              <th scope="col" className={head}>
                Net sales
              </th>
              {compared ? (
                <>
                  <th scope="col" className={head}>
                    Compared with
                  </th>
                  <th scope="col" className={head}>
                    Net sales then
                  </th>
                </>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.businessDate} className="border-t border-line">
                <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
                  {dayHref === undefined ? (
                    formatWeekday(point.businessDate)
                  ) : (
                    <Link
                      href={dayHref.replaceAll('{day}', point.businessDate)}
                      className="underline-offset-4 hover:underline"
                    >
                      {formatWeekday(point.businessDate)}
                    </Link>
                  )}
                </th>
                <td className={cell}>{formatMoney(point.netSales, currency)}</td>
                {point.basisDate ? (
                  <>
                    <td className={`${cell} whitespace-nowrap text-ink-muted`}>
                      {formatWeekday(point.basisDate)}
                    </td>
                    <td className={`${cell} text-ink-muted`}>{formatMoney(point.basisNetSales, currency)}</td>
                  </>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
