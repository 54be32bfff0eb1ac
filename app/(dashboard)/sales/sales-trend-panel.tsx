import { SalesTrendChart } from '#components/charts/sales-trend-chart.tsx';
import { SalesTrendTable } from '#components/charts/sales-trend-table.tsx';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { formatPeriod } from '#lib/figures.ts';
import { alignTrend } from '#lib/sales-trend.ts';
import { listDailySales } from '#server/synapse/sales/list-daily-sales.ts';
import { Asked } from '../asked.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { exportAddress, type SalesView } from './sales-view.ts';

/** Net sales day by day, beside the same day of the basis. */
export async function SalesTrendPanel({ view }: { view: SalesView }) {
  const { lake, period, comparison } = view;
  const scope = await requireSalesScope(view.stores);
  const basis = comparison.isFair ? comparison.period : null;
  const askDays = async () => {
    const periods = basis ? [period, basis] : [period];
    const answers = await Promise.all(periods.map((days) => listDailySales({ period: days }, scope)));
    const stale = answers.find((answer) => answer.stale)?.stale ?? null;
    return { days: answers.flatMap(({ rows }) => rows), stale };
  };
  return (
    <Panel
      action={<ExportLink href={exportAddress('sales-by-day', view)} table="sales by day" />}
      title="Net sales by day"
      className="mt-4"
      subtitle={basis ? `Columns: this period. Line: ${formatPeriod(basis)}.` : 'Columns: this period.'}
    >
      <Asked ask={askDays} timeZone={lake.timeZone}>
        {({ days }) => {
          const points = alignTrend(days, period, basis && comparison.runs);
          return days.length === 0 ? (
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
