import { SalesTrendChart } from '#components/charts/sales-trend-chart.tsx';
import { SalesTrendTable } from '#components/charts/sales-trend-table.tsx';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { formatPeriod } from '#lib/figures.ts';
import { alignTrend } from '#lib/sales-trend.ts';
import { listStoreDays } from '#server/synapse/stores/list-store-days.ts';
import { Asked } from '../../asked.tsx';
import { type StoresView, storesExport } from '../../compared-stores.ts';
import { requireStore } from '../store-scope.ts';

/** Net sales of the store day by day, beside their counterparts. */
export async function StoreTrendPanel({ view, storeId }: { view: StoresView; storeId: string }) {
  const { scope } = await requireStore(storeId);
  const { lake, period, comparison } = view;
  const ask = async () => {
    const periods = comparison.isFair ? [period, comparison.period] : [period];
    const answers = await Promise.all(periods.map((days) => listStoreDays({ period: days }, scope)));
    return {
      days: answers.flatMap(({ rows }) => rows),
      stale: answers.find((answer) => answer.stale)?.stale ?? null,
    };
  };
  return (
    <Panel
      title="Net sales by day"
      action={
        <ExportLink href={storesExport('store-days', view, { store: storeId })} table="net sales by day" />
      }
      className="mt-4"
      subtitle={
        comparison.isFair
          ? `Columns: these days. Line: ${comparison.days.map(formatPeriod).join(' and ')}.`
          : 'Columns: these days.'
      }
    >
      <Asked ask={ask} timeZone={lake.timeZone}>
        {({ days }) => {
          const points = alignTrend(days, period, comparison.isFair ? comparison.runs : null);
          return days.length === 0 ? (
            <PanelEmpty>The store did not trade on these days.</PanelEmpty>
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
