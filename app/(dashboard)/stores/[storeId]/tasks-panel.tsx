import { type Decision, DecisionList } from '#components/panel/decision-list.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { ALERT_RULES, type Alert } from '#lib/alert.ts';
import { formatCount, formatMoneyWhole } from '#lib/figures.ts';
import { minorUnits } from '#lib/money.ts';
import { PAGES } from '#lib/roles.ts';
import type { ShelfGap } from '#lib/store-day.ts';
import { listShelfGaps } from '#server/synapse/stores/list-shelf-gaps.ts';
import { Asked } from '../../asked.tsx';
import type { StoresView } from '../../compared-stores.ts';
import { openAlerts } from '../../today/open-alerts.ts';
import { requireStore } from '../store-scope.ts';
import { MOST_GAPS } from './most-gaps.ts';

const AT_ONCE = 6;

/** What waits for somebody in this store: its alerts of today, and empty shelves that nothing is on its way to. */
export async function TasksPanel({ view, storeId }: { view: StoresView; storeId: string }) {
  const { authority, scope } = await requireStore(storeId);
  const { lake } = view;
  const ask = async () => {
    const [alerts, gaps] = await Promise.all([
      openAlerts(authority).catch(() => null),
      listShelfGaps({ top: MOST_GAPS }, scope),
    ]);
    const own = alerts?.filter((alert) => alert.storeId === storeId) ?? null;
    const unordered = gaps.rows.filter(({ onOrder }) => onOrder === 0);
    return { own, unordered, stale: gaps.stale };
  };
  return (
    <Panel title="Tasks" subtitle="Alerts of today, and shelves that stay empty">
      <Asked ask={ask} timeZone={lake.timeZone}>
        {({ own, unordered }) => {
          const tasks = [
            ...(own ?? []).map((alert) => ofAlert(alert, lake.currency)),
            ...unordered.map(ofGap),
          ];
          return (
            <>
              {own === null ? (
                <p role="status" className="mb-2 text-sm text-warn">
                  Alerts cannot be judged right now: today’s figures are away.
                </p>
              ) : null}
              {tasks.length === 0 ? (
                <PanelEmpty>Nothing waits for you here right now.</PanelEmpty>
              ) : (
                <DecisionList decisions={tasks.slice(0, AT_ONCE)} />
              )}
            </>
          );
        }}
      </Asked>
    </Panel>
  );
}

function ofAlert({ id, rule, about, atStake }: Alert, currency: string): Decision {
  return {
    id,
    title: `${ALERT_RULES[rule].title}: ${about}`,
    says: ALERT_RULES[rule].says,
    stake: formatMoneyWhole(minorUnits(BigInt(atStake)), currency),
    stakeSays: 'at stake',
    href: PAGES.today.path,
  };
}

function ofGap({ productId, productName, unitsSold, daysInStock }: ShelfGap): Decision {
  return {
    id: `order ${productId}`,
    title: `Order or count ${productName}`,
    says: `None on hand, none on order; in stock on ${daysInStock} of 28 days.`,
    stake: formatCount(unitsSold),
    stakeSays: 'sold in 4 weeks',
    href: null,
  };
}
