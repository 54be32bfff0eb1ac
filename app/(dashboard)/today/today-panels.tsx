import { AlertList } from '#components/live/alert-list.tsx';
import { TodayBoard } from '#components/live/today-board.tsx';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { requirePage } from '#server/auth/require-role.ts';
import { getLiveSales } from '#server/live/get-live-sales.ts';
import { Asked } from '../asked.tsx';
import { openAlerts } from './open-alerts.ts';
import { getUsualDay } from './usual-day.ts';

/** Today against the last eight days of its weekday, and what of it wants somebody's eye. */
export async function TodayPanels() {
  const { scope } = await requirePage('today');
  const askToday = async () => {
    const usual = await getUsualDay(scope);
    const [initial, alerts] = await Promise.all([
      getLiveSales(scope),
      openAlerts(scope, usual).catch(() => null), // The live store is away: the badge says so, and so does the list.
    ]);
    return { ...usual, initial, alerts };
  };
  return (
    <Asked ask={askToday}>
      {({ lastWeek, hours, stores, currency, initial, alerts }) => (
        <>
          <AlertList initial={alerts} audience={initial.audience} currency={currency} />
          <TodayBoard initial={initial} past={hours} usualStores={stores} lastWeek={lastWeek} />
        </>
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
