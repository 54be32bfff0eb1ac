import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { StockClassTable } from '#components/table/stock-class-table.tsx';
import { listStockClasses } from '#server/synapse/inventory/list-stock-classes.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type StockView, stockExport } from './stock-view.ts';

/** How many products earn how much, and how steadily they are wanted. */
export async function ClassesPanel({ view }: { view: StockView }) {
  const { scope } = await requirePlaceScope('inventory', view.search);
  return (
    <Panel
      title="ABC and XYZ"
      subtitle="A earns 80% of the margin of 91 days, B the next 15%. X is wanted steadily, Z by fits and starts."
      action={<ExportLink href={stockExport('stock-classes', view)} table="ABC and XYZ" />}
    >
      <Asked ask={() => listStockClasses({}, scope)} timeZone={view.lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>The source keeps no stock of these stores.</PanelEmpty>
          ) : (
            <StockClassTable classes={rows} />
          )
        }
      </Asked>
    </Panel>
  );
}
