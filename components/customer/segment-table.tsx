import Link from 'next/link';
import { CUSTOMER_SEGMENTS, type CustomerSegment } from '#lib/customer-segment.ts';
import type { SegmentFigures } from '#lib/customers.ts';
import { formatCount, formatCountChange, formatMoney, formatRate, NO_FIGURE } from '#lib/figures.ts';
import { type MinorUnits, minorUnits } from '#lib/money.ts';

interface SegmentTableProps {
  readonly rows: readonly SegmentFigures[];
  readonly chosen: CustomerSegment | 'all';
  /** The page of the customers of one segment; of null, of all. */
  readonly hrefOf: (segment: CustomerSegment | null) => string;
  readonly currency: string;
}

const HEAD = 'pb-2 pl-4 text-right align-bottom font-medium';
const FIGURE = 'py-2 pl-4 text-right whitespace-nowrap';

/** Segments best first; a click lists the customers of one, one more lists all again. */
export function SegmentTable({ rows, chosen, hrefOf, currency }: SegmentTableProps) {
  const all = rows.reduce((sum, { customers }) => sum + customers, 0);
  const largest = Math.max(...rows.map(({ customers }) => customers), 1);
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">Customers by segment</caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="pb-2 text-left align-bottom font-medium">
              Segment
            </th>
            <th scope="col" className={HEAD}>
              Customers
            </th>
            <th scope="col" className={`${HEAD} hidden sm:table-cell`}>
              Share
            </th>
            <th scope="col" className={HEAD}>
              Change
            </th>
            <th scope="col" className={`${HEAD} hidden md:table-cell`}>
              Net sales
            </th>
            <th scope="col" className={`${HEAD} hidden lg:table-cell`}>
              Each
            </th>
            <th scope="col" className={`${HEAD} hidden md:table-cell`}>
              Predicted
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.segment}
              data-row={row.segment}
              className={`border-t border-line ${row.segment === chosen ? 'bg-surface-sunken' : ''}`}
            >
              <th scope="row" className="w-full min-w-36 py-2 text-left font-normal">
                <Link
                  href={hrefOf(row.segment === chosen ? null : row.segment)}
                  scroll={false}
                  aria-current={row.segment === chosen ? 'true' : undefined}
                  className="font-medium underline-offset-4 hover:underline"
                >
                  {CUSTOMER_SEGMENTS[row.segment].title}
                </Link>
                <span className="ml-2 hidden text-ink-muted xl:inline">
                  {CUSTOMER_SEGMENTS[row.segment].meaning}
                </span>
                <span aria-hidden="true" className="mt-1 block h-1 rounded-full bg-surface-sunken">
                  <span
                    className="block h-full rounded-full bg-accent/70"
                    style={{ width: `${(row.customers / largest) * 100}%` }}
                  />
                </span>
              </th>
              <td className={`${FIGURE} font-medium`}>{formatCount(row.customers)}</td>
              <td className={`${FIGURE} hidden text-ink-muted sm:table-cell`}>
                {all === 0 ? NO_FIGURE : formatRate(row.customers / all)}
              </td>
              <td className={FIGURE}>{moved(row)}</td>
              <td className={`${FIGURE} hidden md:table-cell`}>{formatMoney(row.netSales, currency)}</td>
              <td className={`${FIGURE} hidden text-ink-muted lg:table-cell`}>
                {formatMoney(each(row), currency)}
              </td>
              <td className={`${FIGURE} hidden md:table-cell`}>
                {formatMoney(row.predictedSales, currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function moved({ customers, customersBefore }: SegmentFigures): string {
  if (customersBefore === null) return NO_FIGURE;
  return formatCountChange(customers - customersBefore);
}

function each({ netSales, customers }: SegmentFigures): MinorUnits | null {
  return customers === 0 ? null : minorUnits(netSales / BigInt(customers));
}
