import { FigureTile } from '#components/panel/figure-tile.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { formatCount, formatMoney, formatRate, formatRatio } from '#lib/figures.ts';
import { METRICS, type MetricName } from '#lib/metrics.ts';
import { daysOfCover, sellThroughRate, totalStock } from '#lib/stock-health.ts';
import { listCategoryStock } from '#server/synapse/inventory/list-category-stock.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type StockView, stockFacts } from './stock-view.ts';

/** The state of the stock in six figures. */
export async function StockFiguresPanel({ view }: { view: StockView }) {
  const { lake, search } = view;
  const { scope } = await requirePlaceScope('inventory', search);
  return (
    <Asked ask={() => listCategoryStock({}, scope)} timeZone={lake.timeZone}>
      {({ rows, queriedAt }) => {
        if (rows.length === 0) return <PanelEmpty>The source keeps no stock of these stores.</PanelEmpty>;
        const all = totalStock(rows);
        const facts = stockFacts(view, scope, 'inventory.list-category-stock', queriedAt);
        const tile = (name: MetricName, value: string, note: string) => (
          <FigureTile {...{ name, value, note, facts }} {...METRICS[name]} />
        );
        return (
          <dl className="grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-3 xl:grid-cols-6">
            {tile(
              'oosRate',
              formatRate(all.outProducts / all.products),
              `${formatCount(all.outProducts)} of ${formatCount(all.products)} products`,
            )}
            {tile(
              'daysOfCover',
              formatRatio(daysOfCover(all.available, all.demandRate), 1),
              `${formatCount(all.available)} units available`,
            )}
            {tile('lostSales', formatMoney(all.lostSales, lake.currency), 'in 28 days')}
            {tile('orderUnits', formatCount(all.orderUnits), `units in ${formatCount(all.orderLines)} lines`)}
            {tile('excessUnits', formatCount(all.excessUnits), 'units')}
            {tile(
              'sellThroughRate',
              formatRate(
                sellThroughRate(all.soldUnits, { opening: all.openingUnits, received: all.receivedUnits }),
              ),
              'in 28 days',
            )}
          </dl>
        );
      }}
    </Asked>
  );
}
