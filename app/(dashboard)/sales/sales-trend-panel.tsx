import { SalesTrendChart } from '#components/charts/sales-trend-chart.tsx';
import { SalesTrendTable } from '#components/charts/sales-trend-table.tsx';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { formatDay, formatPeriod } from '#lib/figures.ts';
import { holidayCountry } from '#lib/public-holidays.ts';
import { type SalesEvent, salesEvents } from '#lib/sales-events.ts';
import { alignTrend } from '#lib/sales-trend.ts';
import { listPromotionWindows } from '#server/synapse/sales/list-promotion-windows.ts';
import { listSalesByDay } from '#server/synapse/sales/list-sales-by-day.ts';
import { Asked } from '../asked.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { addressOf, exportAddress, periodsOf, type SalesView } from './sales-view.ts';

/** Net sales day by day, beside the same day of the basis, with the holidays and promotions of these days. */
export async function SalesTrendPanel({ view }: { view: SalesView }) {
  const { lake, period, comparison, narrowing, search } = view;
  const scope = await requireSalesScope(search);
  const basis = comparison.isFair ? comparison.period : null;
  const dayHref = addressOf(view, { period: null, from: '{day}', to: '{day}' }).replaceAll(
    '%7Bday%7D',
    '{day}',
  );
  return (
    <Panel
      action={<ExportLink href={exportAddress('sales-by-day', view)} table="sales by day" />}
      title="Net sales by day"
      className="mt-4"
      subtitle={basis ? `Columns: this period. Line: ${formatPeriod(basis)}.` : 'Columns: this period.'}
    >
      <Asked ask={() => listSalesByDay(periodsOf(view), narrowing, scope)} timeZone={lake.timeZone}>
        {async ({ rows }) => {
          if (rows.length === 0) return <PanelEmpty>No store traded on these days.</PanelEmpty>;
          const days = rows.flatMap(({ key, period: now, basis: then }) => {
            const sales = now ?? then;
            return sales ? [{ businessDate: key, netSales: sales.netSales }] : [];
          });
          const points = alignTrend(days, period, basis && comparison.runs);
          // Events explain the figures; without them the figures still stand.
          const windows = await listPromotionWindows({ period }).catch(() => ({ rows: [] }));
          const events = salesEvents(period, holidayCountry(lake.timeZone), windows.rows);
          return (
            <>
              <SalesTrendChart {...{ points, events, dayHref }} currency={lake.currency} />
              <Events events={events} />
              <SalesTrendTable {...{ points, dayHref }} currency={lake.currency} />
            </>
          );
        }}
      </Asked>
    </Panel>
  );
}

function Events({ events }: { events: readonly SalesEvent[] }) {
  if (events.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink">
        {events.length === 1 ? '1 event' : `${events.length} events`} on these days
      </summary>
      <ul className="mt-2 space-y-1">
        {events.map(({ kind, day, words }) => (
          <li key={`${kind} ${day} ${words}`} className="flex gap-3">
            <span className="w-24 shrink-0 text-ink-muted">{formatDay(day)}</span>
            <span>
              <span aria-hidden="true">{kind === 'holiday' ? '◆' : '▲'}</span> {words}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
