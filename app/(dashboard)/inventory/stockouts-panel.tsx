import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { OUT_COLUMNS } from '#lib/stock-trouble.ts';
import { listStockouts } from '#server/synapse/inventory/list-stock-trouble.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type StockView, stockExport } from './stock-view.ts';

/** Empty shelves, and what they cost. */
export async function StockoutsPanel({ view }: { view: StockView }) {
  const { lake, search } = view;
  const { scope } = await requirePlaceScope('inventory', search);
  return (
    <Panel
      title="Out of stock"
      subtitle="The 12 that cost most sales in 28 days"
      action={<ExportLink href={stockExport('stockouts', view)} table="out of stock" />}
    >
      <Asked ask={() => listStockouts({ top: 12 }, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>Every product has stock.</PanelEmpty>
          ) : (
            <DataTable
              id="out"
              caption="Out of stock"
              rowId="place"
              columns={OUT_COLUMNS}
              rows={rows}
              currency={lake.currency}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
