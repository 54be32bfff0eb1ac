import { TodayBoard } from '#components/live/today-board.tsx';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { addDays } from '#lib/business-date.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getLiveSales } from '#server/live/get-live-sales.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { listComparableHours } from '#server/synapse/today/list-comparable-hours.ts';
import { listUsualStores } from '#server/synapse/today/list-usual-stores.ts';
import { Asked } from '../asked.tsx';

const WEEKS = 8;

/** Today against the last eight days of its weekday. */
export async function TodayPanels() {
  const { scope } = await requirePage('today');
  const askUsual = async () => {
    const lake = await getLakeStatus();
    const lastWeek = addDays(lake.lastClosedDate, -6);
    const period = { from: addDays(lastWeek, -7 * (WEEKS - 1)), to: lastWeek };
    const [hours, stores, initial] = await Promise.all([
      listComparableHours({ period }, scope),
      listUsualStores({ period }, scope),
      getLiveSales(scope),
    ]);
    return { lastWeek, hours, stores, initial, stale: hours.stale ?? stores.stale };
  };
  return (
    <Asked ask={askUsual}>
      {({ lastWeek, hours, stores, initial }) => (
        <TodayBoard initial={initial} past={hours.rows} usualStores={stores.rows} lastWeek={lastWeek} />
      )}
    </Asked>
  );
}

export function TodayPanelsLoading() {
  return (
    <>
      <PanelLoading className="mt-4 h-40" />
      <div className="mt-4 grid gap-4 lg:grid-cols-3">
        <PanelLoading className="h-96 lg:col-span-2" />
        <PanelLoading className="h-96" />
      </div>
    </>
  );
}
