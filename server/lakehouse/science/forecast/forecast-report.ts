import type { Cell } from '../csv-lines.ts';
import { accuracyOf, type ErrorScales } from './accuracy.ts';
import type { PanelForecast } from './forecast-panel.ts';
import { BASELINES } from './methods.ts';
import { LEVELS } from './quantiles.ts';
import type { SeriesPanel } from './read-series.ts';

/** One forecast period of one series from one origin, by every method that is reported. */
export interface ForecastPoint {
  readonly series: number;
  readonly scales: ErrorScales;
  /** NaN where it is not known. */
  readonly actual: number;
  /** In the order of REPORTED. */
  readonly values: readonly number[];
  readonly quantiles: readonly number[] | null;
  readonly row: readonly Cell[];
}

export const REPORTED = [...BASELINES, 'chosen'] as const;
export const ACCURACY_HEADER = 'method,points,MAPE,WAPE,MASE,RMSSE,bias,pinball,coverage'.split(',');

export const pointHeader = (series: readonly string[], time: string): string[] => [
  ...[...series, 'origin', time, 'actual', ...REPORTED],
  ...['p10', 'p50', 'p90', 'method', 'grade'],
];

export function forecastPoints(
  { axis, keys, values: known }: SeriesPanel,
  forecasts: readonly PanelForecast[],
  gap: number,
  isLog: boolean,
): ForecastPoint[] {
  return forecasts.flatMap(({ method, byOrigin }, series) =>
    byOrigin.flatMap(({ origin, grade, scales, forecast, baselines, quantiles }) =>
      forecast.map((chosen, step) => {
        const place = origin + gap + step;
        const given = known[series]?.[place] ?? Number.NaN;
        const actual = isLog ? Math.exp(given) : given;
        const values = [...BASELINES.map((name) => baselines[name][step] ?? Number.NaN), chosen];
        const own = quantiles[step] ?? null;
        const when = [axis.spell(origin), axis.spell(place), Number.isNaN(actual) ? '' : actual];
        const row = [...(keys[series] ?? []), ...when, ...values, ...(own ?? ['', '', '']), method, grade];
        return { series, scales, actual, values, quantiles: own, row };
      }),
    ),
  );
}

/** A row for each method, over the same points: those whose actual value is known. */
export function accuracyRows(points: readonly ForecastPoint[]): Cell[][] {
  const known = points.filter(({ actual }) => !Number.isNaN(actual));
  return REPORTED.map((name, at) => {
    const isChosen = name === 'chosen';
    const scored = known.map(({ scales, actual, values, quantiles }) => ({
      ...{ scales, actual, forecast: values[at] ?? Number.NaN, quantiles: isChosen ? quantiles : null },
    }));
    const { mape, wape, mase, rmsse, bias, pinball, coverage } = accuracyOf(scored, LEVELS);
    const measures = [mape, wape, mase, rmsse, bias, pinball, coverage];
    return [name, scored.length, ...measures.map((value) => (Number.isFinite(value) ? value : ''))];
  });
}
