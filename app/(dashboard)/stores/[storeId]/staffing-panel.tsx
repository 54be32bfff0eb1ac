import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { StaffingTable } from '#components/table/staffing-table.tsx';
import { weekdayPattern } from '#lib/weekday-pattern.ts';
import { listStoreDays } from '#server/synapse/stores/list-store-days.ts';
import { Asked } from '../../asked.tsx';
import { type StoresView, storesExport } from '../../compared-stores.ts';
import { requireStore } from '../store-scope.ts';

/** Who came and who worked, by weekday: where the floor is thin and where it is full. */
export async function StaffingPanel({ view, storeId }: { view: StoresView; storeId: string }) {
  const { scope } = await requireStore(storeId);
  const { lake, period } = view;
  return (
    <Panel
      title="Staffing by weekday"
      subtitle="An average day of each; hours worked beside hours planned"
      action={
        <ExportLink href={storesExport('staffing', view, { store: storeId })} table="staffing by weekday" />
      }
    >
      <Asked ask={() => listStoreDays({ period }, scope)} timeZone={lake.timeZone}>
        {({ rows }) => {
          const pattern = weekdayPattern(rows);
          return pattern.length === 0 ? (
            <PanelEmpty>Nobody counted people or hours on these days.</PanelEmpty>
          ) : (
            <StaffingTable pattern={pattern} currency={lake.currency} />
          );
        }}
      </Asked>
    </Panel>
  );
}
