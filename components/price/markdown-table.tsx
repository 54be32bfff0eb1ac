import Link from 'next/link';
import { ScrollRegion } from '#components/table/scroll-region.tsx';
import { formatCount, formatMoney, formatWeekday } from '#lib/figures.ts';
import type { MarkdownPlan } from '#lib/markdown.ts';
import { productPriceAddress } from '#lib/price-view.ts';
import { signedMoney } from './expected-change.tsx';

const HEAD = 'pb-2 pl-4 text-right font-medium whitespace-nowrap';
const FIGURE = 'border-t border-line py-2 pl-4 text-right align-top whitespace-nowrap';

/** Each product's price week by week; a step down is set in bold, a week at the price before it is not repeated. */
export function MarkdownTable({ plans, currency }: { plans: readonly MarkdownPlan[]; currency: string }) {
  const weeks = plans[0]?.weeks ?? [];
  return (
    <ScrollRegion label="Markdown schedules">
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">Markdown schedules, largest gain first</caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="pb-2 text-left font-medium">
              Product
            </th>
            <th scope="col" className={HEAD}>
              Stock
            </th>
            <th scope="col" className={HEAD}>
              Lasts
            </th>
            <th scope="col" className={HEAD}>
              Now
            </th>
            {weeks.map(({ weekNumber, weekFrom }) => (
              <th key={weekNumber} scope="col" className={HEAD}>
                {formatWeekday(weekFrom).replace(/^\w+,? /, '')}
              </th>
            ))}
            <th scope="col" className={HEAD}>
              Left
            </th>
            <th scope="col" className={HEAD}>
              Gain
            </th>
          </tr>
        </thead>
        <tbody>
          {plans.map(({ first, weeks: own, gain }) => (
            <tr key={first.productId} data-row={first.productId} className="hover:bg-surface-sunken">
              <th scope="row" className="min-w-44 border-t border-line py-2 text-left align-top font-normal">
                <Link
                  href={productPriceAddress(first.productId)}
                  className="font-medium underline-offset-4 hover:underline"
                >
                  {first.productName}
                </Link>
                <span className="block text-xs text-ink-muted">
                  {first.productId}
                  {first.category ? ` · ${first.category}` : ''}
                </span>
              </th>
              <td className={FIGURE}>{formatCount(first.stock)}</td>
              <td className={FIGURE}>{formatCount(Math.round(first.weeksOfCover))} weeks</td>
              <td className={FIGURE}>{formatMoney(first.priceNow, currency)}</td>
              {own.map(({ weekNumber, price }, at) => {
                const isStep = price !== (own[at - 1]?.price ?? first.priceNow);
                return (
                  <td key={weekNumber} className={`${FIGURE} ${isStep ? 'font-semibold' : 'text-ink-muted'}`}>
                    {formatMoney(price, currency)}
                  </td>
                );
              })}
              <td className={FIGURE}>{formatCount(Math.round(own.at(-1)?.unitsLeft ?? 0))}</td>
              <td className={`${FIGURE} font-medium`}>{signedMoney(gain, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
