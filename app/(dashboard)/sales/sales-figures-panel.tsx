import { MetricTile } from '#components/panel/metric-tile.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import {
  formatCount,
  formatDay,
  formatInstant,
  formatMoney,
  formatPeriod,
  formatRate,
  formatRatio,
  scopeInWords,
} from '#lib/figures.ts';
import { changeOf, type MetricName } from '#lib/metrics.ts';
import type { MinorUnits } from '#lib/money.ts';
import { atv, returnRate, type SalesFigures, upt } from '#lib/sales.ts';
import { getSalesFigures } from '#server/synapse/sales/get-sales-figures.ts';
import { Asked } from '../asked.tsx';
import { requireSalesScope } from './sales-scope.ts';
import type { SalesView } from './sales-view.ts';

/** The six figures of the period. */
export async function SalesFiguresPanel({ view }: { view: SalesView }) {
  const { lake, period, comparison } = view;
  const scope = await requireSalesScope(view.stores);
  const money = (amount: MinorUnits | null) => formatMoney(amount, lake.currency);
  return (
    <Asked ask={() => getSalesFigures({ period, basis: comparison.days }, scope)} timeZone={lake.timeZone}>
      {(sales) => {
        if (!sales.period) return <PanelEmpty>Nothing was sold or returned on these days.</PanelEmpty>;
        const facts = [
          ['Covers', `${formatPeriod(period)}. ${scopeInWords(scope)}`],
          ['Basis', comparison.words],
          ['Closed to', formatDay(lake.lastClosedDate)],
          ['Loaded', formatInstant(new Date(lake.loadedAt), lake.timeZone)],
          ['Asked', formatInstant(new Date(sales.queriedAt), lake.timeZone)],
          ['Question', 'sales.get-sales-figures'],
        ] as const;
        const before = comparison.isFair ? sales.basis : null;
        const tile = <Value extends number | bigint>(
          metric: MetricName,
          figure: (figures: SalesFigures) => Value | null,
          write: (value: Value | null) => string,
        ) => {
          const value = sales.period && figure(sales.period);
          const basisValue = before && figure(before);
          return (
            <MetricTile
              metric={metric}
              value={write(value)}
              change={changeOf(metric, value, basisValue)}
              basisValue={basisValue === null ? null : write(basisValue)}
              facts={facts}
            />
          );
        };
        return (
          <dl className="grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-3 xl:grid-cols-6">
            {tile('netSales', ({ netSales }) => netSales, money)}
            {tile('transactions', ({ transactions }) => transactions, formatCount)}
            {tile('units', ({ units }) => units, formatCount)}
            {tile('atv', atv, money)}
            {tile('upt', upt, formatRatio)}
            {tile('returnRate', returnRate, formatRate)}
          </dl>
        );
      }}
    </Asked>
  );
}
