import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { timeline } from '#lib/customer-timeline.ts';
import { formatDay, formatMoney } from '#lib/figures.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { listCustomerEvents } from '#server/synapse/customers/list-customer-events.ts';
import { listCustomerOrders } from '#server/synapse/customers/list-customer-orders.ts';
import { Asked } from '../../asked.tsx';
import type { CustomerView } from './customer-view.tsx';

const SHOWN = 12;

/** What happened, the latest first. */
export async function TimelinePanel({ customer: { customerKey }, lake }: CustomerView) {
  const { scope } = await requirePage('customers');
  const ask = async () => {
    const [orders, events] = await Promise.all([
      listCustomerOrders({ customerKey }, scope),
      listCustomerEvents({ customerKey }, scope),
    ]);
    return { entries: timeline(orders.rows, events.rows), stale: orders.stale ?? events.stale };
  };
  return (
    <Panel
      title="Timeline"
      subtitle={`The latest ${SHOWN} of orders, returns, points spent, tiers and moves`}
    >
      <Asked ask={ask} timeZone={lake.timeZone}>
        {({ entries }) =>
          entries.length === 0 ? (
            <PanelEmpty>Nothing has happened yet.</PanelEmpty>
          ) : (
            <ol className="ml-1.5 border-l border-line text-sm" data-timeline>
              {entries.slice(0, SHOWN).map((entry) => (
                <li key={entry.id} className="relative flex flex-wrap justify-between gap-x-4 py-1.5 pl-5">
                  <span
                    aria-hidden="true"
                    className={`absolute top-3 -left-1 size-2 rounded-full ${entry.netSales === null ? 'bg-line-strong' : 'bg-accent'}`}
                  />
                  <span>
                    {entry.words}
                    <span className="ml-2 text-ink-muted">{formatDay(entry.date)}</span>
                  </span>
                  {entry.netSales === null ? null : <span>{formatMoney(entry.netSales, lake.currency)}</span>}
                </li>
              ))}
            </ol>
          )
        }
      </Asked>
    </Panel>
  );
}
