import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { SELL_THROUGH_COLUMNS, sellThroughByCategory } from '#lib/sell-through.ts';
import { listCategoryStock } from '#server/synapse/inventory/list-category-stock.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type StockView, stockExport } from './stock-view.ts';

/** How much of what was there was sold. */
export async function SellThroughPanel({ view }: { view: StockView }) {
  const { lake, search } = view;
  const { scope } = await requirePlaceScope('inventory', search);
  return (
    <Panel
      title="Sell-through"
      subtitle="Units sold of those on hand at the start and received, in 28 days"
      action={<ExportLink href={stockExport('sell-through', view)} table="sell-through" />}
    >
      <Asked ask={() => listCategoryStock({}, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>The source keeps no stock of these stores.</PanelEmpty>
          ) : (
            <DataTable
              id="through"
              caption="Sell-through by category"
              rowId="category"
              columns={SELL_THROUGH_COLUMNS}
              rows={sellThroughByCategory(rows)}
              currency={lake.currency}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
