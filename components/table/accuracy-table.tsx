import type { ForecastAccuracy } from '#lib/demand-forecast.ts';
import { formatChange, formatRate, formatRatio } from '#lib/figures.ts';

const METHODS: Readonly<Record<string, string>> = {
  forecast: 'Forecast',
  seasonal_naive: 'Same day last week',
  recent_mean: 'Mean of 28 days',
};
const HORIZONS = ['1-7', '8-14', '15-30', '1-30'];
const HEAD = 'pb-2 pl-4 text-right font-medium first:pl-0 first:text-left';
const CELL = 'py-1.5 pl-4 text-right';

/** Errors of the forecast and of two simple ways beside it, by days ahead. */
export function AccuracyTable({ rows, levelName }: { rows: readonly ForecastAccuracy[]; levelName: string }) {
  const shown = HORIZONS.flatMap((horizon) =>
    Object.keys(METHODS).flatMap(
      (method) =>
        rows.find((row) => row.levelName === levelName && row.horizon === horizon && row.method === method) ??
        [],
    ),
  );
  return (
    <details className="mt-3 text-sm">
      <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink">Show the errors</summary>
      <div className="relative mt-2 overflow-x-auto">
        <table className="w-full">
          <caption className="sr-only">Errors of the forecast by days ahead</caption>
          <thead className="text-ink-muted">
            <tr>
              {['Days ahead', 'Method', 'WAPE', 'Bias', 'MASE', 'In range'].map((title) => (
                <th key={title} scope="col" className={HEAD}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ horizon, method, wape, bias, mase, coverage, coverageBusy }) => (
              <tr key={`${horizon} ${method}`} className="border-t border-line" data-method={method}>
                <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
                  {horizon}
                </th>
                <td className={CELL}>{METHODS[method] ?? method}</td>
                <td className={CELL}>{formatRate(wape)}</td>
                <td className={CELL}>{formatChange(bias)}</td>
                <td className={CELL}>{formatRatio(mase)}</td>
                <td className={CELL}>{formatRate(coverageBusy ?? coverage)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-2 text-ink-muted">
        WAPE: errors ÷ units sold. Bias: above zero is too much. MASE: 1 is as far off as last week’s same day
        was within the history. In range: days within P10 to P90, 80% is the aim.
      </p>
    </details>
  );
}
