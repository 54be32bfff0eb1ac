/** One forecast of one period whose value became known. */
export interface ScoredPoint {
  /** Series and origin the point belongs to: scales are those of the history before that origin. */
  readonly scales: ErrorScales;
  readonly actual: number;
  readonly forecast: number;
  /** P10, P50, P90; null where the method gives none. */
  readonly quantiles: readonly number[] | null;
}

/** In-sample errors of a history that later errors are measured in; NaN where it has no such pair of periods. */
export interface ErrorScales {
  /** Mean absolute difference to the value one season before: MASE (Hyndman and Koehler 2006). */
  readonly seasonal: number;
  /** Mean squared difference to the period before: RMSSE, as in the M5 competition. */
  readonly squaredStep: number;
}

/** All are fractions: 0.25 is 25 %. NaN where no point allows them. */
export interface Accuracy {
  readonly points: number;
  /** Mean of |error| / |actual| over points whose actual value is not zero. */
  readonly mape: number;
  /** Sum of |error| / sum of |actual|. */
  readonly wape: number;
  /** Mean of |error| / seasonal scale, over points whose scale is above zero. */
  readonly mase: number;
  /** Mean over series and origins of root(mean squared error / squared scale). */
  readonly rmsse: number;
  /** Sum of (forecast - actual) / sum of actual: above zero is too much. */
  readonly bias: number;
  /** Mean quantile loss over P10, P50 and P90, in units of the values. */
  readonly pinball: number;
  /** Share of points from P10 to P90, both included: 0.8 is the aim. */
  readonly coverage: number;
}

/** Scales of the observed history before an origin; missing periods make no pairs. */
export function errorScales(observed: Float64Array, season: number): ErrorScales {
  const mean = (lag: number, loss: (difference: number) => number) => {
    let sum = 0;
    let pairs = 0;
    for (let at = lag; at < observed.length; at++) {
      const difference = (observed[at] ?? Number.NaN) - (observed[at - lag] ?? Number.NaN);
      if (Number.isNaN(difference)) continue;
      sum += loss(difference);
      pairs++;
    }
    return sum / pairs;
  };
  return { seasonal: mean(season, Math.abs), squaredStep: mean(1, (difference) => difference * difference) };
}

export function accuracyOf(points: readonly ScoredPoint[], levels: readonly number[]): Accuracy {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const sum = (of: (point: ScoredPoint) => number) => points.reduce((total, point) => total + of(point), 0);
  const error = ({ actual, forecast }: ScoredPoint) => Math.abs(forecast - actual);
  const scaled = points.filter(({ scales }) => scales.seasonal > 0);
  const bySeries = Map.groupBy(
    points.filter(({ scales }) => scales.squaredStep > 0),
    ({ scales }) => scales,
  );
  const interval = points.flatMap(({ actual, quantiles }) => (quantiles ? [{ actual, quantiles }] : []));
  return {
    points: points.length,
    mape: mean(
      points.filter(({ actual }) => actual !== 0).map((point) => error(point) / Math.abs(point.actual)),
    ),
    wape: sum(error) / sum(({ actual }) => Math.abs(actual)),
    mase: mean(scaled.map((point) => error(point) / point.scales.seasonal)),
    rmsse: mean(
      [...bySeries].map(([scales, own]) =>
        Math.sqrt(mean(own.map((point) => error(point) ** 2)) / scales.squaredStep),
      ),
    ),
    bias: sum(({ forecast, actual }) => forecast - actual) / sum(({ actual }) => actual),
    pinball: mean(
      interval.flatMap(({ actual, quantiles }) =>
        levels.map((level, i) => pinballLoss(level, quantiles[i] ?? 0, actual)),
      ),
    ),
    coverage: mean(
      interval.map(({ actual, quantiles }) =>
        Number((quantiles[0] ?? 0) <= actual && actual <= (quantiles.at(-1) ?? 0)),
      ),
    ),
  };
}

const pinballLoss = (level: number, quantile: number, actual: number) =>
  actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual);
