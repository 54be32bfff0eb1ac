import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { PHANTOM_COLUMNS } from '#lib/stock-trouble.ts';
import { listPhantomStock } from '#server/synapse/inventory/list-stock-trouble.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type StockView, stockExport } from './stock-view.ts';

/** Stock that is on record and probably not on the shelf. */
export async function PhantomPanel({ view }: { view: StockView }) {
  const { lake, search } = view;
  const { scope } = await requirePlaceScope('inventory', search);
  return (
    <Panel
      title="Count these"
      subtitle="On record, but silent for longer than chance has it; the 12 that cost most"
      action={<ExportLink href={stockExport('phantom-stock', view)} table="stock to count" />}
    >
      <Asked ask={() => listPhantomStock({ top: 12 }, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>Nothing on record has been silent for too long.</PanelEmpty>
          ) : (
            <DataTable
              id="phantom"
              caption="Count these"
              rowId="place"
              columns={PHANTOM_COLUMNS}
              rows={rows}
              currency={lake.currency}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
