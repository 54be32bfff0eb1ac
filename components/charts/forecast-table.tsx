import { formatCount, formatWeekday, NO_FIGURE } from '#lib/figures.ts';
import { type ForecastPoint, writeUnits } from './forecast-option.ts';

const HEAD = 'py-1.5 pl-4 text-right font-medium first:pl-0 first:text-left';
const CELL = 'py-1.5 pl-4 text-right';

/** The chart's figures to read, copy or hear. */
export function ForecastTable({ points, caption }: { points: readonly ForecastPoint[]; caption: string }) {
  const units = (value: number | null) => (value === null ? NO_FIGURE : writeUnits(value));
  return (
    <details className="mt-3 text-sm">
      <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink">Show as a table</summary>
      <div className="relative mt-2 overflow-x-auto">
        <table className="w-full">
          <caption className="sr-only">{caption}</caption>
          <thead className="text-ink-muted">
            <tr>
              {['Day', 'Sold', 'Expected', 'P10', 'P90'].map((title) => (
                <th key={title} scope="col" className={HEAD}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map(({ day, sold, mean, p10, p90 }) => (
              <tr key={day} className="border-t border-line" data-day={day}>
                <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
                  {formatWeekday(day)}
                </th>
                <td className={CELL}>{sold === null ? NO_FIGURE : formatCount(Math.round(sold))}</td>
                <td className={CELL}>{units(mean)}</td>
                <td className={`${CELL} text-ink-muted`}>{units(p10)}</td>
                <td className={`${CELL} text-ink-muted`}>{units(p90)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
