import Link from 'next/link';
import { ScrollRegion } from '#components/table/scroll-region.tsx';
import { formatChange, formatCount, formatDay, formatMoney, formatPeriod, NO_FIGURE } from '#lib/figures.ts';
import { isAsPredicted, measuredChange, type PriceOutcome, predictedChange } from '#lib/price-outcome.ts';
import { productPriceAddress } from '#lib/price-view.ts';
import { signedMoney } from './expected-change.tsx';

interface OutcomeTableProps {
  readonly rows: readonly PriceOutcome[];
  readonly currency: string;
  /** False where all rows are of one product, which is named above. */
  readonly named?: boolean;
}

const HEAD = 'pb-2 pl-4 text-right font-medium whitespace-nowrap';
const FIGURE = 'border-t border-line py-2 pl-4 text-right align-top whitespace-nowrap';

export function OutcomeTable({ rows, currency, named = true }: OutcomeTableProps) {
  return (
    <ScrollRegion label="Measured changes of price">
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">Changes of price, newest first, measured and predicted</caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="pb-2 text-left font-medium">
              {named ? 'Product' : 'Changed on'}
            </th>
            {['From', 'To', 'Measured in', 'Units sold', 'Change', 'Predicted', 'Margin'].map((heading) => (
              <th key={heading} scope="col" className={HEAD}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={`${row.productId} ${row.changedOn}`}
              data-row={row.productId}
              data-changed-on={row.changedOn}
            >
              <th scope="row" className="min-w-40 border-t border-line py-2 text-left align-top font-normal">
                {named ? (
                  <Link
                    href={productPriceAddress(row.productId)}
                    className="font-medium underline-offset-4 hover:underline"
                  >
                    {row.productName}
                  </Link>
                ) : null}
                <span className={named ? 'block text-xs text-ink-muted' : ''}>
                  {formatDay(row.changedOn)}
                </span>
              </th>
              <td className={FIGURE}>{formatMoney(row.priceBefore, currency)}</td>
              <td className={FIGURE}>{formatMoney(row.priceAfter, currency)}</td>
              <td className={FIGURE}>{formatPeriod({ from: row.measuredFrom, to: row.measuredTo })}</td>
              <td className={FIGURE} data-figure="unitsSold">
                {formatCount(row.unitsSold)}
                <span className="block text-xs text-ink-muted">
                  of {formatCount(Math.round(row.unitsExpected))}
                </span>
              </td>
              <td className={`${FIGURE} font-medium`} data-figure="measured">
                {formatChange(measuredChange(row))}
                <span className="block text-xs font-normal text-ink-muted">
                  {isAsPredicted(row) ? 'as predicted' : 'not as predicted'}
                </span>
              </td>
              <td className={FIGURE} data-figure="predicted">
                {formatChange(predictedChange(row))}
                <span className="block text-xs text-ink-muted">
                  {formatChange(row.predictedLower / row.unitsExpected - 1)} …{' '}
                  {formatChange(row.predictedUpper / row.unitsExpected - 1)}
                </span>
              </td>
              <td className={FIGURE}>
                {row.marginMeasured === null || row.marginExpected === null
                  ? NO_FIGURE
                  : signedMoney((row.marginMeasured - row.marginExpected) as never, currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
