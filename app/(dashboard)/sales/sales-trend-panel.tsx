import { SalesTrendTable } from '#components/charts/sales-trend-table.tsx';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { SalesTrend } from '#components/sales/sales-trend.tsx';
import { formatPeriod } from '#lib/figures.ts';
import { holidayCountry } from '#lib/public-holidays.ts';
import { salesEvents } from '#lib/sales-events.ts';
import { alignTrend } from '#lib/sales-trend.ts';
import { listPromotionWindows } from '#server/synapse/sales/list-promotion-windows.ts';
import { listSalesByDay } from '#server/synapse/sales/list-sales-by-day.ts';
import { Asked } from '../asked.tsx';
import { salesNotes } from './sales-notes.ts';
import { requireSalesScope } from './sales-scope.ts';
import { addressOf, exportAddress, periodsOf, type SalesView } from './sales-view.ts';

/** Net sales day by day, beside the same day of the basis, with the holidays, promotions and notes of these days. */
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
          // Events explain the figures; without them the figures still stand, and the list says what it lacks.
          const [windows, notes] = await Promise.all([
            listPromotionWindows({ period }).catch(() => null),
            salesNotes(view),
          ]);
          const events = salesEvents(period, holidayCountry(lake.timeZone), windows?.rows ?? []);
          return (
            <SalesTrend
              {...{ points, events, notes, period, dayHref }}
              lacksPromotions={windows === null}
              currency={lake.currency}
            >
              <SalesTrendTable {...{ points, dayHref }} currency={lake.currency} />
            </SalesTrend>
          );
        }}
      </Asked>
    </Panel>
  );
}
