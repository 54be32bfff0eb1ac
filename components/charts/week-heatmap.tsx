import { formatMoney, formatMoneyShort } from '#lib/figures.ts';
import { type HourRow, hourInWords, WEEKDAYS } from '#lib/hours-of-week.ts';
import { toChartValue } from '#lib/money.ts';

interface WeekHeatmapProps {
  readonly caption: string;
  readonly rows: readonly HourRow[];
  readonly currency: string;
}

/** Darkest fill that leaves the figure on it legible in both themes. */
const STRONGEST_FILL = 45;

/** A table that is its own chart: the figure stands in each cell, and the colour only repeats it. */
export function WeekHeatmap({ caption, rows, currency }: WeekHeatmapProps) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full min-w-[25rem] table-fixed border-separate border-spacing-0.5 text-xs">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-ink-muted">
          <tr>
            <td className="w-11" />
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col" className="pb-1 font-medium">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ hour, cells }) => (
            <tr key={hour}>
              <th scope="row" className="pr-1 text-right font-normal text-ink-muted">
                {hourInWords(hour)}
              </th>
              {cells.map(({ netSales, strength }, at) => (
                <td
                  key={WEEKDAYS[at]}
                  title={netSales === null ? undefined : formatMoney(netSales, currency)}
                  className="h-7 rounded-sm text-center whitespace-nowrap"
                  style={{
                    backgroundColor: `color-mix(in oklab, var(--rp-accent) ${Math.round(strength * STRONGEST_FILL)}%, var(--rp-surface-sunken))`,
                  }}
                >
                  {netSales === null ? (
                    <span className="text-ink-muted">—</span>
                  ) : (
                    formatMoneyShort(toChartValue(netSales), currency)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
