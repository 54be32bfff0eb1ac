import { SalesTrendChart } from '#components/charts/sales-trend-chart.tsx';
import { SalesTrendTable } from '#components/charts/sales-trend-table.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { formatPeriod } from '#lib/figures.ts';
import { alignTrend } from '#lib/sales-trend.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { listDailySales } from '#server/synapse/sales/list-daily-sales.ts';
import { Asked } from '../asked.tsx';
import type { SalesView } from './settled-sales.tsx';

/** Net sales day by day, beside the same day of the basis. */
export async function SalesTrendPanel({ view: { lake, period, basis, compared } }: { view: SalesView }) {
  const { scope } = await requirePage('sales');
  const whole = { from: compared ? basis.from : period.from, to: period.to };
  return (
    <Panel
      title="Net sales by day"
      className="mt-4"
      subtitle={compared ? `Columns: this period. Line: ${formatPeriod(basis)}.` : 'Columns: this period.'}
    >
      <Asked ask={() => listDailySales({ period: whole }, scope)} timeZone={lake.timeZone}>
        {({ rows }) => {
          const points = alignTrend(rows, period, compared ? basis : null);
          return rows.length === 0 ? (
            <PanelEmpty>No store traded on these days.</PanelEmpty>
          ) : (
            <>
              <SalesTrendChart points={points} currency={lake.currency} />
              <SalesTrendTable points={points} currency={lake.currency} />
            </>
          );
        }}
      </Asked>
    </Panel>
  );
}
