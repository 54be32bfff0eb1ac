import { Change } from '#components/panel/change.tsx';
import { formatChange, formatMoneyWhole, formatRate } from '#lib/figures.ts';
import { METRICS, newsOf } from '#lib/metrics.ts';
import type { RegionFigures } from '#lib/region-figures.ts';
import { relativeChange } from '#lib/sales.ts';
import { grossMarginRate, varianceToTargetRate } from '#lib/store-rates.ts';
import { ScrollRegion } from './scroll-region.tsx';

interface RegionTableProps {
  /** The period as a whole. */
  readonly rows: readonly RegionFigures[];
  /** The days that have a counterpart, beside it; empty without a fair basis. */
  readonly compared: readonly RegionFigures[];
  /** The same of comparable stores. */
  readonly comparable: readonly RegionFigures[];
  readonly withMargin: boolean;
  readonly currency: string;
}

const HEAD = 'pb-2 pl-3 text-right font-medium first:pl-0 first:text-left';
const FIGURE = 'py-2 pl-3 text-right whitespace-nowrap';
const TONE = { good: 'text-good', bad: 'text-bad' } as const;

export function RegionTable({ rows, compared, comparable, withMargin, currency }: RegionTableProps) {
  const changeIn = (regions: readonly RegionFigures[], name: string) => {
    const found = regions.find(({ region }) => region === name);
    return found ? relativeChange(found.now?.netSales ?? null, found.before?.netSales ?? null) : null;
  };
  return (
    <ScrollRegion label="Net sales by region">
      <table className="w-full text-sm">
        <caption className="sr-only">Net sales by region</caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className={HEAD}>
              Region
            </th>
            <th scope="col" className={HEAD}>
              Net sales
            </th>
            <th scope="col" className={HEAD}>
              Change
            </th>
            <th scope="col" className={HEAD}>
              Comparable
            </th>
            <th scope="col" className={`${HEAD} hidden sm:table-cell`}>
              {METRICS.varianceToTarget.title}
            </th>
            {withMargin ? (
              <th scope="col" className={`${HEAD} hidden sm:table-cell`}>
                Margin
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ region, stores, now }) => {
            const against = now && varianceToTargetRate(now);
            const news = newsOf('varianceToTarget', against);
            return (
              <tr key={region} className="border-t border-line" data-row={region}>
                <th scope="row" className="py-2 text-left font-normal">
                  {region}
                  <span className="block text-xs text-ink-muted">{`${stores} ${stores === 1 ? 'store' : 'stores'}`}</span>
                </th>
                <td className={`${FIGURE} font-medium`}>
                  {formatMoneyWhole(now?.netSales ?? null, currency)}
                </td>
                <td className={FIGURE}>
                  <Change metric="netSales" change={changeIn(compared, region)} />
                </td>
                <td className={FIGURE}>
                  <Change metric="compSales" change={changeIn(comparable, region)} />
                </td>
                <td className={`${FIGURE} hidden sm:table-cell ${news ? TONE[news] : ''}`}>
                  {formatChange(against)}
                </td>
                {withMargin ? (
                  <td className={`${FIGURE} hidden sm:table-cell`}>
                    {formatRate(now && grossMarginRate(now))}
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
