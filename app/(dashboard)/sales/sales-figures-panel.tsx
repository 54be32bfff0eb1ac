import { MetricTile } from '#components/panel/metric-tile.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { formatCount, formatMoney, formatRate, formatRatio } from '#lib/figures.ts';
import { changeOf, type MetricName } from '#lib/metrics.ts';
import type { MinorUnits } from '#lib/money.ts';
import { atv, returnRate, upt } from '#lib/sales.ts';
import type { NarrowedSales } from '#lib/sales-view.ts';
import { getSalesFigures } from '#server/synapse/sales/get-sales-figures.ts';
import { Asked } from '../asked.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { periodsOf, type SalesView, salesFacts } from './sales-view.ts';

/** The six figures of the period. */
export async function SalesFiguresPanel({ view }: { view: SalesView }) {
  const { lake, comparison, narrowing, search } = view;
  const scope = await requireSalesScope(search);
  const money = (amount: MinorUnits | null) => formatMoney(amount, lake.currency);
  return (
    <Asked ask={() => getSalesFigures(periodsOf(view), narrowing, scope)} timeZone={lake.timeZone}>
      {(sales) => {
        if (!sales.period) return <PanelEmpty>Nothing was sold or returned on these days.</PanelEmpty>;
        const facts = salesFacts(view, scope, sales);
        const before = comparison.isFair ? sales.basis : null;
        const tile = <Value extends number | bigint>(
          metric: MetricName,
          figure: (figures: NarrowedSales) => Value | null,
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
          <>
            <dl className="grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-3 xl:grid-cols-6">
              {tile('netSales', ({ netSales }) => netSales, money)}
              {tile('transactions', ({ transactions }) => transactions, formatCount)}
              {tile('units', ({ units }) => units, formatCount)}
              {tile('atv', atv, money)}
              {tile('upt', upt, formatRatio)}
              {tile('returnRate', returnRate, formatRate)}
            </dl>
            {sales.period.transactions === null ? (
              <p className="mt-2 text-sm text-ink-muted">
                A ticket may hold several categories, so tickets cannot be counted for one of them.
              </p>
            ) : null}
          </>
        );
      }}
    </Asked>
  );
}
