import { Change } from '#components/panel/change.tsx';
import type { UsualStore } from '#lib/comparable-day.ts';
import type { Completeness } from '#lib/completeness.ts';
import { formatMoney } from '#lib/figures.ts';
import type { LiveSales } from '#lib/live-sales.ts';
import { minorUnits } from '#lib/money.ts';
import { type DayCurve, usualShareBy } from '#lib/pacing.ts';
import { relativeChange } from '#lib/sales.ts';

interface TodayStoresProps {
  readonly sales: LiveSales;
  readonly usual: readonly UsualStore[];
  readonly curves: readonly DayCurve[];
  readonly reports: Completeness;
}

/** A phone has no room for it; the change says the same. */
const WHERE_WIDE = 'hidden sm:table-cell';

/** Store by store, the largest first; a store that should have reported and has not says so. */
export function TodayStores({ sales, usual, curves, reports }: TodayStoresProps) {
  const share = usualShareBy(curves, reports.upTo ?? 0);
  const live = new Map(sales.stores.map((store) => [store.storeId, store]));
  const missing = new Set(reports.missing.map(({ storeId }) => storeId));
  const cell = 'py-1.5 pl-4 text-right whitespace-nowrap tabular-nums';
  return (
    // Words for screen readers are placed absolutely: without `relative` a hidden column would widen the page.
    <div className="relative overflow-x-auto">
      <table data-stays="of this moment" className="w-full text-sm">
        <caption className="sr-only">Stores today</caption>
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="pb-2 text-left font-medium">
              Store
            </th>
            {['Last heard', 'Expected by now', 'So far', 'Change'].map((title) => (
              <th
                key={title}
                scope="col"
                className={`pb-2 pl-4 text-right font-medium ${title === 'Expected by now' ? WHERE_WIDE : ''}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {usual.map(({ storeId, storeName, netSales, days }) => {
            const store = live.get(storeId);
            const soFar = store ? minorUnits(BigInt(store.netSales)) : null;
            const expected = minorUnits(BigInt(Math.round((Number(netSales) / days) * share)));
            return (
              <tr key={storeId} className="border-t border-line" data-row={storeId}>
                <th scope="row" className="py-1.5 text-left font-normal">
                  {storeName}
                </th>
                <td
                  className={`${cell} ${missing.has(storeId) ? 'font-medium text-warn' : 'text-ink-muted'}`}
                >
                  {store ? store.eventTime.slice(11, 16) : 'not yet'}
                  {missing.has(storeId) ? ' · silent' : ''}
                </td>
                <td className={`${cell} ${WHERE_WIDE} text-ink-muted`}>
                  {formatMoney(expected, sales.currency)}
                </td>
                <td className={`${cell} font-medium`}>{formatMoney(soFar, sales.currency)}</td>
                <td className={cell}>
                  <Change metric="netSales" change={relativeChange(soFar, expected)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
