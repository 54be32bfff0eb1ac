import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { moveInWords, TRANSFER_COLUMNS } from '#lib/stock-trouble.ts';
import { listTransfers } from '#server/synapse/inventory/list-transfers.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type StockView, stockExport } from './stock-view.ts';

/** What one store has too much of and another runs out of before an order could come. */
export async function TransfersPanel({ view }: { view: StockView }) {
  const { lake, search } = view;
  const { scope } = await requirePlaceScope('inventory', search);
  return (
    <Panel
      title="Move between stores"
      subtitle="From who has too much to who runs out before an order could come; the 12 that save most"
      action={<ExportLink href={stockExport('transfers', view)} table="moves between stores" />}
    >
      <Asked ask={() => listTransfers({ top: 12 }, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>No move would save a sale.</PanelEmpty>
          ) : (
            <DataTable
              id="moves"
              caption="Moves between stores"
              rowId="move"
              columns={TRANSFER_COLUMNS}
              rows={rows.map((row) => ({ ...row, what: moveInWords(row) }))}
              currency={lake.currency}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
