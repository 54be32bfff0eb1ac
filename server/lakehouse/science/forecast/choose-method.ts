import type { Backtest, Trial } from './backtest.ts';
import type { Method } from './methods.ts';

/** Periods of its own that a series needs before its own errors weigh as much as those of its kind. */
const OWN_WEIGHT_PERIODS = 30;

/**
 * The method for each series: least absolute error in its backtest (squared for slow sellers, where the least absolute
 * error is had by forecasting nothing at all), drawn towards what did best for all series of its kind and level, since a
 * few periods of one series mostly tell luck. Errors of a series are relative to its methods' mean
 * error, so that great sellers do not outvote the rest. Ties go to the method first named.
 */
export function chooseMethods(
  backtests: readonly Backtest[],
  isLog: boolean,
  levels: readonly number[] = [],
): Method[] {
  const own = backtests.map(({ isSlow, trials }) => relativeErrors(trials, isLog, isSlow));
  const kindOf = (i: number) => `${backtests[i]?.isSlow} ${levels[i]}`;
  const kinds = new Map(
    [...Map.groupBy(own.keys(), kindOf)].map(([kind, series]) => [
      kind,
      pooled(series.map((i) => own[i] ?? new Map())),
    ]),
  );
  return backtests.map(({ isSlow, trials }, i) => {
    const kind = kinds.get(kindOf(i));
    let best: { method: Method; error: number } | null = null;
    for (const [method, error] of own[i] ?? []) {
      const periods = trials.get(method)?.actuals.length ?? 0;
      const drawn =
        (periods * error + OWN_WEIGHT_PERIODS * (kind?.get(method) ?? error)) /
        (periods + OWN_WEIGHT_PERIODS);
      if (best === null || drawn < best.error) best = { method, error: drawn };
    }
    return best?.method ?? (isSlow ? 'mean' : 'naive');
  });
}

function relativeErrors(
  trials: ReadonlyMap<Method, Trial>,
  isLog: boolean,
  isSlow: boolean,
): Map<Method, number> {
  const scale = isLog ? Math.exp : (value: number) => value;
  const errors = [...trials].map(([method, { forecasts, actuals }]): [Method, number] => [
    method,
    actuals.reduce(
      (sum, actual, i) => sum + Math.abs(scale(actual) - scale(forecasts[i] ?? 0)) ** (isSlow ? 2 : 1),
      0,
    ),
  ]);
  const mean = errors.reduce((sum, [, error]) => sum + error, 0) / errors.length;
  return new Map(errors.map(([method, error]) => [method, mean > 0 ? error / mean : 1]));
}

function pooled(series: readonly ReadonlyMap<Method, number>[]): Map<Method, number> {
  const sums = new Map<Method, { error: number; series: number }>();
  for (const errors of series)
    for (const [method, error] of errors) {
      const sum = sums.get(method) ?? { error: 0, series: 0 };
      sums.set(method, { error: sum.error + error, series: sum.series + 1 });
    }
  return new Map([...sums].map(([method, sum]) => [method, sum.error / sum.series]));
}
