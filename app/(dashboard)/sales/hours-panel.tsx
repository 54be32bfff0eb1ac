import { WeekHeatmap } from '#components/charts/week-heatmap.tsx';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { strongestHour, weekGrid } from '#lib/hours-of-week.ts';
import { listHoursOfWeek } from '#server/synapse/sales/list-hours-of-week.ts';
import { Asked } from '../asked.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { exportAddress, narrowingInWords, type SalesView } from './sales-view.ts';

/** When in the week the stores sell, on their own clocks. */
export async function HoursPanel({ view }: { view: SalesView }) {
  const { lake, period, narrowing, search } = view;
  const scope = await requireSalesScope(search);
  const narrowed = narrowingInWords(narrowing) !== '';
  return (
    <Panel
      title="Hours of the week"
      subtitle={`Net sales of an average day, store time${narrowed ? '; of all channels and categories' : ''}`}
      action={<ExportLink href={exportAddress('hours-of-week', view)} table="hours of the week" />}
    >
      <Asked ask={() => listHoursOfWeek({ period }, scope)} timeZone={lake.timeZone}>
        {({ rows }) => {
          const grid = weekGrid(rows);
          return grid.length === 0 ? (
            <PanelEmpty>No store traded on these days.</PanelEmpty>
          ) : (
            <>
              <p className="mb-2 text-sm text-ink-muted">Strongest: {strongestHour(grid)}.</p>
              <WeekHeatmap caption="Net sales by hour and weekday" rows={grid} currency={lake.currency} />
            </>
          );
        }}
      </Asked>
    </Panel>
  );
}
