import type { DemandCube } from './demand-cube.ts';
import { IN_STOCK, weekdayOf } from './demand-cube.ts';
import { type DemandTree, sumsUp } from './demand-tree.ts';
import type { DemandFit } from './fit-demand.ts';
import { type DemandForecast, forecastDemand } from './forecast-demand.ts';

/** A forecast made from a past day, beside what came of it. Values by node and day ahead, one node's days after another. */
export interface DemandTrial {
  /** Days that were seen. */
  readonly end: number;
  /** Days ahead whose units are known by now. */
  readonly steps: number;
  readonly forecast: DemandForecast;
  /** Of what was in stock: a day of an empty shelf counts on neither side. */
  readonly means: Float64Array;
  readonly actuals: Float64Array;
  /** Units of the same weekday of the last week seen. */
  readonly seasonalNaive: Float64Array;
  /** Mean of the last 28 days seen. */
  readonly recentMean: Float64Array;
}

/** Trials a week apart; from the first of them the whole horizon can be tried, from the last at least nine days. */
const TRIALS = 4;
const NEAREST = 9;
const FEWEST_DAYS = 56;
const RECENT = 28;

/**
 * Origins that a history is long enough for, the earliest first. They are Mondays: for a week of days each is tried from the
 * same ones again, and what was fitted for them can be used.
 */
export function trialOrigins(cube: DemandCube): number[] {
  let last = cube.days - NEAREST;
  while (weekdayOf(cube, last) !== 0) last--;
  return Array.from({ length: TRIALS }, (_, at) => last - 7 * (TRIALS - 1 - at)).filter(
    (end) => end >= FEWEST_DAYS,
  );
}

export function tryDemand(cube: DemandCube, tree: DemandTree, fit: DemandFit): DemandTrial {
  const { end } = fit;
  const forecast = forecastDemand(cube, tree, fit);
  const steps = Math.min(cube.horizon, cube.days - end);
  const leaves = () => new Float64Array(cube.pairs.length * steps);
  const [means, actuals, seasonal, recent] = [leaves(), leaves(), leaves(), leaves()];
  for (const [at, pair] of cube.pairs.entries()) {
    const node = tree.pairNode[at] ?? 0;
    const lately = recentMeanOf(pair.sold, pair.from, end, cube.stores[pair.store]?.isOpen);
    for (let step = 0; step < steps; step++) {
      const day = end + step;
      if (pair.stock[day] !== IN_STOCK || day < pair.from || !cube.stores[pair.store]?.isOpen[day]) continue;
      const place = at * steps + step;
      means[place] = forecast.means[node * cube.horizon + step] ?? 0;
      actuals[place] = pair.sold[day] ?? 0;
      seasonal[place] = pair.sold[day - 7 * (Math.floor(step / 7) + 1)] ?? 0;
      recent[place] = lately;
    }
  }
  return {
    ...{ end, steps, forecast },
    means: sumsUp(tree, means, steps),
    actuals: sumsUp(tree, actuals, steps),
    seasonalNaive: sumsUp(tree, seasonal, steps),
    recentMean: sumsUp(tree, recent, steps),
  };
}

function recentMeanOf(sold: Float32Array, from: number, end: number, isOpen: Uint8Array | undefined): number {
  let sum = 0;
  let days = 0;
  for (let day = Math.max(from, end - RECENT); day < end; day++) {
    if (!isOpen?.[day]) continue;
    sum += sold[day] ?? 0;
    days++;
  }
  return days > 0 ? sum / days : 0;
}
