import type { DemandCube } from './demand-cube.ts';
import { IN_STOCK } from './demand-cube.ts';
import { type DemandTree, sumsUp } from './demand-tree.ts';
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

/** Days that lie between the origins of trials and the last closed day: the first has the whole horizon to be tried on. */
const TRIAL_DAYS_BACK = [30, 23, 16, 9];
const FEWEST_DAYS = 56;
const RECENT = 28;

/** Origins that a history is long enough for, the earliest first. */
export const trialOrigins = ({ days }: DemandCube): number[] =>
  TRIAL_DAYS_BACK.map((back) => days - back).filter((end) => end >= FEWEST_DAYS);

export function tryDemand(cube: DemandCube, tree: DemandTree, end: number): DemandTrial {
  const forecast = forecastDemand(cube, tree, end);
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
