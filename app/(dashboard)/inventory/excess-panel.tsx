import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { EXCESS_COLUMNS } from '#lib/stock-trouble.ts';
import { listExcessStock } from '#server/synapse/inventory/list-stock-trouble.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type StockView, stockExport } from './stock-view.ts';

/** Stock that lasts far too long, or does not sell at all. */
export async function ExcessPanel({ view }: { view: StockView }) {
  const { lake, search } = view;
  const { scope } = await requirePlaceScope('inventory', search);
  return (
    <Panel
      title="Too much, or dead"
      subtitle="The 12 dearest, at the price now"
      action={<ExportLink href={stockExport('excess-stock', view)} table="too much stock" />}
    >
      <Asked ask={() => listExcessStock({ top: 12 }, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>No stock lasts too long.</PanelEmpty>
          ) : (
            <DataTable
              id="excess"
              caption="Too much, or dead"
              rowId="place"
              columns={EXCESS_COLUMNS}
              rows={rows}
              currency={lake.currency}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
