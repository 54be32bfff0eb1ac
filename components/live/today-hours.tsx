import { EChart } from '#components/charts/echart.tsx';
import { todayHoursOption, todayHoursSummary } from '#components/charts/today-hours-option.ts';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { formatMoney } from '#lib/figures.ts';
import type { HourPoint } from '#lib/hour-curve.ts';

/** The hourly curve as a chart, and as a table to read, copy or hear. */
export function TodayHours({ points, currency }: { points: readonly HourPoint[]; currency: string }) {
  if (points.length === 0) return <PanelEmpty>Nothing was sold yet, and last week is not held.</PanelEmpty>;
  const cell = 'py-1.5 pl-4 text-right';
  return (
    <>
      <EChart
        className="h-64"
        summary={todayHoursSummary(points, currency)}
        option={(palette) => todayHoursOption(points, currency, palette)}
      />
      <details className="mt-3 text-sm">
        <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink">Show as a table</summary>
        <table data-stays="of this moment" className="mt-2 w-full">
          <caption className="sr-only">Net sales by hour</caption>
          <thead className="text-ink-muted">
            <tr>
              <th scope="col" className="py-1.5 text-left font-medium">
                Hour
              </th>
              <th scope="col" className={`${cell} font-medium`}>
                Today
              </th>
              <th scope="col" className={`${cell} font-medium`}>
                Last week
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ label, until, today, lastWeek }) => (
              <tr key={label} className="border-t border-line">
                <th scope="row" className="py-1.5 text-left font-normal">{`${label}–${until}`}</th>
                <td className={cell}>{formatMoney(today, currency)}</td>
                <td className={`${cell} text-ink-muted`}>{formatMoney(lastWeek, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
