import type { DemandTrial } from './demand-backtest.ts';
import { type DemandSeries, type SeriesLevel, seriesValue } from './demand-series.ts';
import { type DemandSpread, type ForecastErrors, fitSpread, unitQuantiles } from './demand-spread.ts';

export const QUANTILE_LEVELS = [0.1, 0.5, 0.9] as const;
const LEVELS: readonly SeriesLevel[] = ['chain', 'region', 'chain_category', 'store', 'category', 'product'];
const UNKNOWN: DemandSpread = { perUnit: 1.5, perSquare: 0.04 };

export type LevelSpreads = ReadonlyMap<SeriesLevel, DemandSpread>;

/** How actual units fall about forecasts at each level, from the trials given: also what a whole trial missed by counts. */
export function levelSpreads(series: readonly DemandSeries[], trials: readonly DemandTrial[]): LevelSpreads {
  return new Map(
    LEVELS.map((level) => {
      const own = series.filter((one) => one.level === level);
      const errors = errorsOf(own, trials);
      return [level, errors.means.length > 0 ? fitSpread(errors) : UNKNOWN];
    }),
  );
}

function errorsOf(series: readonly DemandSeries[], trials: readonly DemandTrial[]): ForecastErrors {
  const most = trials.reduce((sum, { steps }) => sum + steps * series.length, 0);
  const [means, actuals] = [new Float64Array(most), new Float64Array(most)];
  let found = 0;
  for (const trial of trials)
    for (const one of series)
      for (let step = 0; step < trial.steps; step++) {
        const mean = seriesValue(one, trial.means, trial.steps, step);
        if (!(mean > 0)) continue;
        means[found] = mean;
        actuals[found++] = seriesValue(one, trial.actuals, trial.steps, step);
      }
  return { means: means.subarray(0, found), actuals: actuals.subarray(0, found) };
}

const GRID = 400;

/** P10, P50 and P90 of a mean, remembered by its logarithm to a four-hundredth. */
export function quantilesAt(spread: DemandSpread): (mean: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (mean) => {
    if (!(mean > 1e-4)) return [0, 0, 0];
    const place = Math.round(GRID * Math.log(mean));
    const found = known.get(place) ?? unitQuantiles(spread, Math.exp(place / GRID), QUANTILE_LEVELS);
    known.set(place, found);
    return found;
  };
}
