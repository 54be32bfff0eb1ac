import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { explained, ORDER_COLUMNS } from '#lib/order-line.ts';
import { listOrderLines } from '#server/synapse/inventory/list-order-lines.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type StockView, stockExport } from './stock-view.ts';

const SHOWN = 200;

/** What to order now, each with the reason in words. */
export async function OrdersPanel({ view }: { view: StockView }) {
  const { lake, search } = view;
  const { scope } = await requirePlaceScope('inventory', search);
  return (
    <Panel
      className="mt-4"
      title="What to order"
      subtitle={`What runs out first stands first; the ${SHOWN} most pressing lines, all of them in the file`}
      action={<ExportLink href={stockExport('orders', view)} table="what to order" />}
    >
      <Asked ask={() => listOrderLines({ after: 0, top: SHOWN }, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>Nothing is due: every position is above its reorder point.</PanelEmpty>
          ) : (
            <DataTable
              id="orders"
              caption="What to order"
              rowId="line"
              columns={ORDER_COLUMNS}
              rows={explained(rows)}
              currency={lake.currency}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
