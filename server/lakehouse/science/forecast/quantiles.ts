import type { Backtest } from './backtest.ts';
import type { Method } from './methods.ts';
import { countQuantile, sizeOf } from './slow-demand.ts';

export const LEVELS = [0.1, 0.5, 0.9] as const;

/** How far actual values fall from the forecasts of one series, from its backtest and those of its kind. */
export interface ErrorShape {
  /** Count data of small means: a negative binomial of this size; null where errors are drawn as they were. */
  readonly size: number | null;
  /** Ascending errors in units of `unit(forecast)`. */
  readonly errors: Float64Array;
  /** Errors grow with the root of the forecast, as those of counts do; not where values may be negative or are logs. */
  readonly growsWithRoot: boolean;
}

const SMALL_MEAN = 5;
const ENOUGH_ERRORS = 60;

/** Shapes for the chosen methods, series by series; null where nothing could be tried. */
export function errorShapes(
  backtests: readonly Backtest[],
  methods: readonly Method[],
  isLog: boolean,
): (ErrorShape | null)[] {
  const own = backtests.map(({ trials }, i) => {
    const trial = trials.get(methods[i] ?? 'naive');
    if (!trial) return null;
    const growsWithRoot = !isLog && trial.actuals.every((actual) => actual >= 0);
    const unit = (forecast: number) => unitOf(forecast, growsWithRoot);
    const errors = trial.actuals.map(
      (actual, at) => (actual - (trial.forecasts[at] ?? 0)) / unit(trial.forecasts[at] ?? 0),
    );
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
    return { trial, growsWithRoot, errors, spread };
  });
  // The form of the errors is shared where a series has few of its own; their spread is always its own.
  const shared = Float64Array.from(
    own.flatMap((one) => (one && one.spread > 0 ? one.errors.map((error) => error / one.spread) : [])),
  ).sort();
  return own.map((one) => {
    if (!one) return null;
    const { trial, growsWithRoot, errors, spread } = one;
    const mean = trial.actuals.reduce((sum, actual) => sum + actual, 0) / trial.actuals.length;
    const isCount = growsWithRoot && mean < SMALL_MEAN && trial.actuals.every(Number.isInteger);
    return {
      size: isCount ? sizeOf(trial.forecasts, trial.actuals) : null,
      errors:
        errors.length >= ENOUGH_ERRORS
          ? Float64Array.from(errors).sort()
          : shared.map((error) => error * spread),
      growsWithRoot,
    };
  });
}

const SMALLEST_MEAN = 0.1;
const unitOf = (forecast: number, growsWithRoot: boolean) =>
  growsWithRoot ? Math.sqrt(Math.max(forecast, SMALLEST_MEAN)) : 1;

/** P10, P50 and P90 of the value that a period will have. Quantiles of parts are never to be summed. */
export function quantilesOf({ size, errors, growsWithRoot }: ErrorShape, forecast: number): number[] {
  if (size !== null)
    return LEVELS.map((level) => countQuantile({ mean: Math.max(0, forecast), size }, level));
  const unit = unitOf(forecast, growsWithRoot);
  return LEVELS.map((level) => {
    const value = forecast + unit * quantile(errors, level);
    return growsWithRoot ? Math.max(0, value) : value;
  });
}

/** Of ascending values, by Hyndman and Fan's type 6, whose tails are right on average for the next value. */
function quantile(ascending: Float64Array, level: number): number {
  const place = Math.min(ascending.length - 1, Math.max(0, (ascending.length + 1) * level - 1));
  const below = ascending[Math.floor(place)] ?? 0;
  return below + (place - Math.floor(place)) * ((ascending[Math.ceil(place)] ?? below) - below);
}
