import Link from 'next/link';
import { Change } from '#components/panel/change.tsx';
import { formatCount, formatMoney } from '#lib/figures.ts';
import { type MinorUnits, toChartValue } from '#lib/money.ts';
import { relativeChange } from '#lib/sales.ts';

/** One line of a ranking by net sales: a product, a store or a country. */
export interface SalesTableRow {
  readonly id: string;
  readonly name: string;
  /** Said beside the name: an id, a region. */
  readonly detail?: string;
  /** Leads to the page narrowed to this row. */
  readonly href?: string;
  /** Units or transactions, as `countTitle` says. */
  readonly count: number | null;
  /** Null where there was no trade in the period. */
  readonly netSales: MinorUnits | null;
  readonly basisNetSales: MinorUnits | null;
}

interface SalesTableProps {
  readonly caption: string;
  readonly nameTitle: string;
  readonly countTitle: string;
  readonly currency: string;
  /** False where the basis is not held whole: then no change is shown at all. */
  readonly compared: boolean;
  readonly rows: readonly SalesTableRow[];
}

const HEAD = 'pb-2 font-medium';
const FIGURE = 'py-1.5 pl-4 text-right whitespace-nowrap';

export function SalesTable({ caption, nameTitle, countTitle, currency, compared, rows }: SalesTableProps) {
  const largest = Math.max(
    ...rows.map(({ netSales }) => (netSales === null ? 0 : toChartValue(netSales))),
    1,
  );
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-left text-ink-muted">
          <tr>
            <th scope="col" className={HEAD}>
              {nameTitle}
            </th>
            <th scope="col" className={`${HEAD} hidden pl-4 text-right sm:table-cell`}>
              {countTitle}
            </th>
            <th scope="col" className={`${HEAD} pl-4 text-right`}>
              Net sales
            </th>
            <th scope="col" className={`${HEAD} pl-4 text-right`}>
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-t border-line" data-row={row.id}>
              <th scope="row" className="w-full max-w-0 py-1.5 text-left font-normal">
                <span className="block truncate" title={row.name}>
                  {row.href ? (
                    <Link href={row.href} className="underline-offset-4 hover:underline">
                      {row.name}
                    </Link>
                  ) : (
                    row.name
                  )}
                  {row.detail ? (
                    <span className="ml-2 hidden text-xs text-ink-muted sm:inline">{row.detail}</span>
                  ) : null}
                </span>
                <ShareBar share={row.netSales === null ? 0 : toChartValue(row.netSales) / largest} />
              </th>
              <td className={`${FIGURE} hidden text-ink-muted sm:table-cell`}>{formatCount(row.count)}</td>
              <td className={`${FIGURE} font-medium`}>{formatMoney(row.netSales, currency)}</td>
              <td className={FIGURE}>
                <Change
                  metric="netSales"
                  change={compared ? relativeChange(row.netSales, row.basisNetSales) : null}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Length against the largest row; the figure itself stands beside it. */
function ShareBar({ share }: { share: number }) {
  return (
    <span aria-hidden="true" className="mt-0.5 block h-1 rounded-full bg-surface-sunken">
      <span
        className="block h-full rounded-full bg-accent/70"
        style={{ width: `${Math.max(0, share) * 100}%` }}
      />
    </span>
  );
}
