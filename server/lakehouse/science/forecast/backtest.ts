import { forecastFrom } from './forecast-from.ts';
import { historyOf } from './history.ts';
import { isSlow, type Method } from './methods.ts';
import { type ForecastPlan, leadOf } from './plan.ts';

/** Forecasts of one method for past periods whose value is known, all made without knowing it. */
export interface Trial {
  readonly forecasts: readonly number[];
  readonly actuals: readonly number[];
}

/** What one series teaches about the methods. */
export interface Backtest {
  /** Slow sellers learn from slow sellers. */
  readonly isSlow: boolean;
  /** For the same periods, whatever the method; empty where the history is too short to try any. */
  readonly trials: ReadonlyMap<Method, Trial>;
}

const TRIED_PERIODS = 12;
const FEWEST_ORIGINS = 5;
const MOST_ORIGINS = 6;
const SHORTEST_HISTORY = 8;

/**
 * Rolling-origin backtest within the values given, which end at the origin: nothing later is seen but `known` columns. Trials end at the
 * last value and step back by a horizon, five or six times; a method counts only where it spoke at every trial.
 */
export function backtest(
  values: Float64Array,
  plan: ForecastPlan,
  known: readonly Float64Array[] = [],
): Backtest {
  const lead = leadOf(plan);
  const season = plan.seasons[0] ?? 1;
  const origins = Math.min(MOST_ORIGINS, Math.max(FEWEST_ORIGINS, Math.ceil(TRIED_PERIODS / plan.horizon)));
  const first = values.findIndex((value) => Number.isFinite(value));
  const found = new Map<Method, { forecasts: number[]; actuals: number[]; origins: number }>();
  let tried = 0;
  for (let back = 0; back < origins; back++) {
    const end = values.length - lead - back * plan.horizon;
    const forecasts =
      first < 0 || end - first < SHORTEST_HISTORY ? null : forecastFrom(values, end, plan, known);
    if (!forecasts) break;
    tried++;
    for (const [method, ahead] of forecasts) {
      const trial = found.get(method) ?? { forecasts: [], actuals: [], origins: 0 };
      trial.origins++;
      for (let step = lead - plan.horizon; step < lead; step++) {
        const actual = values[end + step] ?? Number.NaN;
        if (Number.isNaN(actual)) continue;
        trial.forecasts.push(ahead[step] ?? Number.NaN);
        trial.actuals.push(actual);
      }
      found.set(method, trial);
    }
  }
  const whole = historyOf(values, season);
  return {
    isSlow: whole !== null && isSlow(whole),
    trials: new Map([...found].filter(([, trial]) => trial.origins === tried && trial.actuals.length > 0)),
  };
}
