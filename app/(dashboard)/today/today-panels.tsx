import { AlertList } from '#components/live/alert-list.tsx';
import { ClosedDayLine } from '#components/live/closed-day-line.tsx';
import { StockBoard } from '#components/live/stock-board.tsx';
import { TodayBoard } from '#components/live/today-board.tsx';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { scopeKey } from '#lib/scope.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getClosedDay } from '#server/live/closed-day.ts';
import { getLiveSales } from '#server/live/get-live-sales.ts';
import { listStockFloors } from '#server/live/stock-floors.ts';
import { Asked } from '../asked.tsx';
import { listAlerts } from './open-alerts.ts';
import { getUsualDay } from './usual-day.ts';

/** Today against the last eight days of its weekday, the shelves it empties, and what of it wants somebody's eye. */
export async function TodayPanels() {
  const { role, scope } = await requirePage('today');
  const askToday = async () => {
    const usual = await getUsualDay(scope);
    // Where the live store is away, the badge says so, and so does each list.
    const [initial, alerts, floors, closed] = await Promise.all([
      getLiveSales(scope),
      listAlerts({ role, scope }).catch(() => null),
      listStockFloors(scope).catch(() => []),
      getClosedDay(usual.lastClosed, scope).catch(() => null),
    ]);
    const cells = floors.map((floor) => ({ ...floor, runningOut: [], phantoms: [] }));
    return { ...usual, initial, alerts, cells, closed };
  };
  return (
    <Asked ask={askToday}>
      {({ lastWeek, hours, stores, currency, initial, alerts, cells, closed }) => (
        <>
          {closed ? (
            <ClosedDayLine
              day={{ ...closed, live: String(closed.live), closed: String(closed.closed) }}
              currency={currency}
            />
          ) : null}
          <AlertList
            initial={alerts}
            audience={`${role} ${scopeKey(scope)}`}
            currency={currency}
            paintedAt={initial.sentAt}
          />
          <TodayBoard initial={initial} past={hours} usualStores={stores} lastWeek={lastWeek} />
          <StockBoard initial={cells} audience={initial.audience} usualStores={stores} currency={currency} />
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
