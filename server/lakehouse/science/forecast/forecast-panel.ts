import type { Trial } from './backtest.ts';
import { chooseMethods } from './choose-method.ts';
import { labour } from './crew.ts';
import type { forecastSeries, OriginForecast } from './forecast-series.ts';
import type { Method } from './methods.ts';
import type { ForecastPlan } from './plan.ts';
import { type ErrorShape, errorShapes } from './quantiles.ts';

export interface PanelForecast {
  /** Chosen from what was known at the first origin, and kept for the later ones. */
  readonly method: Method;
  readonly byOrigin: readonly OriginForecast[];
  /** How actual values fall about the forecasts; null where nothing could be tried. */
  readonly shape: ErrorShape | null;
  /** Mean squared error of the method in the backtest; of nothing at all where it was not tried. Above zero. */
  readonly variance: number;
}

/** Series on one time axis. */
export interface PanelValues {
  readonly values: readonly Float64Array[];
  /** By series: columns known in advance, a value a period each. */
  readonly known?: readonly (readonly Float64Array[])[];
  /** By series: its level in a hierarchy; sums and parts learn from their like. */
  readonly levels?: readonly number[];
}

/** Forecasts for each series from each origin, in their order; `report` hears of progress. */
export async function forecastPanel(
  { values, known = [], levels = [] }: PanelValues,
  origins: readonly number[],
  plan: ForecastPlan,
  report: (line: string) => void,
): Promise<PanelForecast[]> {
  const seen = Math.min(...origins) + 1;
  const tested = await labour(
    'backtest',
    values.map((own, i) => [own.slice(0, seen), plan, known[i] ?? []]),
    tenths('tried', values.length, report),
  );
  const methods = chooseMethods(tested, plan.isLog, levels);
  const shapes = errorShapes(tested, methods, plan.isLog);
  const calls = values.map(
    (own, i): Parameters<typeof forecastSeries> => [
      own,
      origins,
      plan,
      methods[i] ?? 'naive',
      shapes[i] ?? null,
      tested[i] ?? { isSlow: false, trials: new Map() },
      known[i] ?? [],
    ],
  );
  const forecasts = await labour('forecastSeries', calls, tenths('forecast', values.length, report));
  return forecasts.map((byOrigin, i) => ({
    method: methods[i] ?? 'naive',
    byOrigin,
    shape: shapes[i] ?? null,
    variance: varianceOf(tested[i]?.trials.get(methods[i] ?? 'naive'), values[i] ?? new Float64Array()),
  }));
}

const SMALLEST_VARIANCE = 1e-9;

function varianceOf(trial: Trial | undefined, values: Float64Array): number {
  const errors = trial
    ? trial.actuals.map((actual, i) => actual - (trial.forecasts[i] ?? 0))
    : [...values].filter((value) => Number.isFinite(value));
  const squares = errors.reduce((sum, error) => sum + error * error, 0);
  return Math.max(SMALLEST_VARIANCE, squares / Math.max(1, errors.length));
}

/** Says each tenth of the way once. */
function tenths(what: string, series: number, report: (line: string) => void) {
  let said = 0;
  return (done: number) => {
    const tenth = Math.floor((10 * done) / series);
    if (tenth <= said) return;
    said = tenth;
    report(`${what} ${done} of ${series} series`);
  };
}
