import { type ErrorScales, errorScales } from './accuracy.ts';
import type { Backtest } from './backtest.ts';
import { forecastFrom } from './forecast-from.ts';
import { historyOf } from './history.ts';
import { BASELINES, type Baseline, type Method } from './methods.ts';
import { type ForecastPlan, leadOf } from './plan.ts';
import { type ErrorShape, quantilesOf } from './quantiles.ts';

/**
 * How far a forecast can be trusted. A: its method beat seasonal naive in the backtest. B: it did not. C: too short a
 * history to try methods on. none: nothing was observed before the origin.
 */
export type ForecastGrade = 'A' | 'B' | 'C' | 'none';

export interface OriginForecast {
  readonly origin: number;
  readonly grade: ForecastGrade;
  readonly scales: ErrorScales;
  /** One value for each period of the horizon, in the values' own units; empty for grade none. */
  readonly forecast: readonly number[];
  readonly baselines: Readonly<Record<Baseline, readonly number[]>>;
  /** P10, P50, P90 for each period; empty where the backtest gave no errors to go by. */
  readonly quantiles: readonly (readonly number[])[];
}

/** Forecasts of one series from each origin (a place of `values`), with nothing after an origin seen from it. */
export function forecastSeries(
  values: Float64Array,
  origins: readonly number[],
  plan: ForecastPlan,
  method: Method,
  shape: ErrorShape | null,
  tested: Backtest,
  known: readonly Float64Array[] = [],
): OriginForecast[] {
  const natural = plan.isLog ? Math.exp : (value: number) => value;
  const lead = leadOf(plan);
  const season = plan.seasons[0] ?? 1;
  return origins.map((origin) => {
    const history = historyOf(values.subarray(0, origin + 1), season);
    const scales = errorScales(history ? history.observed.map(natural) : new Float64Array(), season);
    const forecasts = forecastFrom(values, origin + 1, plan, known, method);
    const none = { naive: [], seasonal_naive: [], mean: [] };
    if (!forecasts) return { origin, grade: 'none', scales, forecast: [], baselines: none, quantiles: [] };
    const ahead = (name: Method) =>
      Array.from(forecasts.get(name) ?? forecasts.get('naive') ?? []).slice(lead - plan.horizon);
    const chosen = ahead(method);
    const baselines = Object.fromEntries(BASELINES.map((name) => [name, ahead(name).map(natural)]));
    return {
      ...{ origin, grade: gradeOf(tested, method), scales, forecast: chosen.map(natural) },
      baselines: { ...none, ...baselines },
      quantiles: shape ? chosen.map((value) => quantilesOf(shape, value).map(natural)) : [],
    };
  });
}

function gradeOf({ trials }: Backtest, method: Method): ForecastGrade {
  const loss = (name: Method) => {
    const trial = trials.get(name);
    return (
      trial?.actuals.reduce((sum, actual, i) => sum + Math.abs(actual - (trial.forecasts[i] ?? 0)), 0) ??
      Number.NaN
    );
  };
  if (!trials.has(method)) return 'C';
  return loss(method) < loss('seasonal_naive') || loss(method) === 0 ? 'A' : 'B';
}
