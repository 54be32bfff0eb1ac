import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { PLACEMENT_COLUMNS, placementRows } from '#lib/placement-sales.ts';
import { listPlacementSales } from '#server/synapse/sales/list-placement-sales.ts';
import { Asked } from '../asked.tsx';
import { saysNothing } from '../says-nothing.ts';
import { requireSalesScope } from './sales-scope.ts';
import { exportAddress, type SalesView } from './sales-view.ts';

/** What sold where it was in the mailer or on display. Few chains keep that: where nothing was, there is no panel. */
export async function PlacementsPanel({ view }: { view: SalesView }) {
  const { lake, period, narrowing, search } = view;
  const scope = await requireSalesScope(search);
  const asked = { period, channel: narrowing.channel ?? '', category: narrowing.category ?? '' };
  const answer = listPlacementSales(asked, scope);
  if (await saysNothing(answer)) return null;
  return (
    <Panel
      className="mt-4"
      title="Mailer and displays"
      subtitle="Sales of products in the stores and on the days that showed them there; not what it caused"
      action={<ExportLink href={exportAddress('sales-by-placement', view)} table="mailer and displays" />}
    >
      <Asked ask={() => answer} timeZone={lake.timeZone}>
        {({ rows }) => (
          <DataTable
            id="placements"
            caption="Mailer and displays"
            rowId="place"
            currency={lake.currency}
            columns={PLACEMENT_COLUMNS}
            rows={placementRows(rows)}
          />
        )}
      </Asked>
    </Panel>
  );
}
