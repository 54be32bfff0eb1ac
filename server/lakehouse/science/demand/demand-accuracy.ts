import type { DemandTrial } from './demand-backtest.ts';
import type { DemandCube } from './demand-cube.ts';
import { type DemandSeries, type SeriesLevel, seriesValue } from './demand-series.ts';
import { type LevelSpreads, levelSpreads, QUANTILE_LEVELS, quantilesAt } from './level-spreads.ts';

export const METHODS = ['forecast', 'seasonal_naive', 'recent_mean'] as const;
export type DemandMethod = (typeof METHODS)[number];
export const HORIZONS = { '1-7': [0, 7], '8-14': [7, 14], '15-30': [14, 30], '1-30': [0, 30] } as const;
export type Horizon = keyof typeof HORIZONS;

/** Fractions, as in the contract; NaN where no point allows them. */
export interface DemandAccuracy {
  readonly series: number;
  readonly points: number;
  readonly wape: number;
  readonly bias: number;
  readonly mase: number;
  readonly rmsse: number;
  readonly pinball: number;
  readonly coverage: number;
  readonly coverageBusy: number;
}

const SCALE_DAYS = 182;
const BUSY = 5;

/**
 * Accuracy of each method over the series given, which are of one level. Spreads that intervals are drawn with are those of
 * the other origins, so no day is judged by itself.
 */
export function demandAccuracy(
  series: readonly DemandSeries[],
  trials: readonly ScoredTrial[],
  method: DemandMethod,
  horizon: Horizon,
): DemandAccuracy {
  const [from, to] = HORIZONS[horizon];
  const sum = {
    points: 0,
    error: 0,
    actual: 0,
    excess: 0,
    scaled: 0,
    scaledPoints: 0,
    rmsse: 0,
    rmsseSeries: 0,
  };
  const interval = { loss: 0, inside: 0, busy: 0, busyInside: 0 };
  const spoken = new Set<DemandSeries>();
  for (const { trial, quantiles, scales } of trials) {
    const { steps } = trial;
    const values = {
      forecast: trial.means,
      seasonal_naive: trial.seasonalNaive,
      recent_mean: trial.recentMean,
    }[method];
    for (const one of series) {
      const scale = scales.get(one);
      let squares = 0;
      let days = 0;
      for (let step = from; step < Math.min(to, steps); step++) {
        const mean = seriesValue(one, trial.means, steps, step);
        if (!(mean > 0)) continue;
        const actual = seriesValue(one, trial.actuals, steps, step);
        const value = seriesValue(one, values, steps, step);
        const error = Math.abs(value - actual);
        sum.points++;
        sum.error += error;
        sum.actual += actual;
        sum.excess += value - actual;
        if (scale && scale.seasonal > 0) {
          sum.scaled += error / scale.seasonal;
          sum.scaledPoints++;
        }
        squares += error * error;
        days++;
        const [p10 = 0, p50 = 0, p90 = 0] = quantiles.get(one.level)?.(mean) ?? [];
        const isInside = p10 <= actual && actual <= p90;
        interval.loss +=
          [p10, p50, p90].reduce((loss, q, i) => loss + pinball(QUANTILE_LEVELS[i] ?? 0, q, actual), 0) / 3;
        interval.inside += Number(isInside);
        if (mean < BUSY) continue;
        interval.busy++;
        interval.busyInside += Number(isInside);
      }
      if (days === 0) continue;
      spoken.add(one);
      if (!scale || !(scale.squaredStep > 0)) continue;
      sum.rmsse += Math.sqrt(squares / days / scale.squaredStep);
      sum.rmsseSeries++;
    }
  }
  const ofForecast = (value: number) => (method === 'forecast' ? value : Number.NaN);
  return {
    series: spoken.size,
    points: sum.points,
    wape: sum.error / sum.actual,
    bias: sum.excess / sum.actual,
    mase: sum.scaled / sum.scaledPoints,
    rmsse: sum.rmsse / sum.rmsseSeries,
    pinball: ofForecast(interval.loss / sum.points),
    coverage: ofForecast(interval.inside / sum.points),
    coverageBusy: ofForecast(interval.busyInside / interval.busy),
  };
}

const pinball = (level: number, quantile: number, actual: number) =>
  actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual);

/** A trial with what its intervals and scaled errors are measured by. */
export interface ScoredTrial {
  readonly trial: DemandTrial;
  readonly spreads: LevelSpreads;
  readonly quantiles: ReadonlyMap<SeriesLevel, (mean: number) => readonly number[]>;
  readonly scales: ReadonlyMap<DemandSeries, { readonly seasonal: number; readonly squaredStep: number }>;
}

export function scoredTrials(
  cube: DemandCube,
  pairsOf: (series: DemandSeries) => readonly number[],
  series: readonly DemandSeries[],
  trials: readonly DemandTrial[],
): ScoredTrial[] {
  const [earliest] = trials;
  const scales = new Map(
    series.map((one) => [one, scalesOf(cube, pairsOf(one), earliest?.end ?? cube.days)] as const),
  );
  return trials.map((trial) => {
    const others = trials.filter((other) => other !== trial);
    const spreads = levelSpreads(series, others.length > 0 ? others : trials);
    const quantiles = new Map([...spreads].map(([level, spread]) => [level, quantilesAt(spread)] as const));
    return { trial, spreads, quantiles, scales };
  });
}

/** Mean differences within the half year before the first origin: of a week, and of a day squared. */
function scalesOf({ pairs }: DemandCube, own: readonly number[], end: number) {
  const from = Math.max(0, end - SCALE_DAYS);
  const sold = new Float64Array(end - from);
  for (const at of own)
    for (let day = from; day < end; day++)
      sold[day - from] = (sold[day - from] ?? 0) + (pairs[at]?.sold[day] ?? 0);
  let seasonal = 0;
  let squaredStep = 0;
  for (let day = 7; day < sold.length; day++) seasonal += Math.abs((sold[day] ?? 0) - (sold[day - 7] ?? 0));
  for (let day = 1; day < sold.length; day++) squaredStep += ((sold[day] ?? 0) - (sold[day - 1] ?? 0)) ** 2;
  return {
    seasonal: sold.length > 7 ? seasonal / (sold.length - 7) : 0,
    squaredStep: sold.length > 1 ? squaredStep / (sold.length - 1) : 0,
  };
}
