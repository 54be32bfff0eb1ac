import { ets, hasSeasons, mstl } from './augurs.ts';
import { meanOf, naive, seasonalNaive } from './baselines.ts';
import type { History } from './history.ts';
import { holtWinters } from './holt-winters.ts';
import { slowDemand } from './slow-demand.ts';

export const BASELINES = ['naive', 'seasonal_naive', 'mean'] as const;
export type Baseline = (typeof BASELINES)[number];
export type Method = Baseline | 'holt_winters' | 'ets' | 'mstl' | 'blend' | 'slow_demand' | 'known_effects';

/** Forecasts of the periods 1 … lead after the history by the methods that apply to it, the baselines always. */
export type Forecasts = ReadonlyMap<Method, Float64Array>;

const LONG_SEASON = 26;
const SLOW = 0.5;

/** Whether most periods sell nothing: fitted models see nothing there that smoothing does not. */
export function isSlow({ filled }: History): boolean {
  return (
    filled.every((value) => value >= 0) && filled.filter((value) => value === 0).length > SLOW * filled.length
  );
}

/**
 * `seasons`: periods after which patterns repeat, the shortest first; [1] for none. With `only`, no more is fitted
 * than that method and the baselines need.
 */
export function forecastAll(
  history: History,
  lead: number,
  seasons: readonly number[],
  only?: Method,
): Forecasts {
  const isAsked = (...methods: Method[]) => only === undefined || methods.includes(only);
  const { filled } = history;
  const season = seasons[0] ?? 1;
  const forecasts = new Map<Method, Float64Array | null>([
    ['naive', naive(history, lead)],
    ['seasonal_naive', seasonalNaive(history, lead, season)],
    ['mean', meanOf(history, lead)],
  ]);
  if (isSlow(history)) forecasts.set('slow_demand', slowDemand(filled, lead));
  else if (filled.some((value) => value !== filled[0])) {
    const smoothed = isAsked('holt_winters', 'blend') ? holtWinters(filled, lead, season) : null;
    const decomposed = isAsked('mstl', 'blend') ? decompose(filled, lead, seasons) : null;
    // A trend alone says little of a season; it may where a season is long, seen twice, and mostly noise.
    const isTrendOnly = !hasSeasons(filled, seasons) || season >= LONG_SEASON;
    const trend = isTrendOnly && isAsked('ets', 'blend') ? ets(filled, lead) : null;
    forecasts.set('holt_winters', smoothed).set('mstl', decomposed).set('ets', trend);
    forecasts.set('blend', average([smoothed, decomposed ?? trend]));
  }
  const isNeverNegative = filled.every((value) => value >= 0);
  const kept = new Map<Method, Float64Array>();
  for (const [method, ahead] of forecasts)
    if (ahead) kept.set(method, isNeverNegative ? ahead.map((value) => Math.max(0, value)) : ahead);
  return kept;
}

/** MSTL, on logarithms where the swings of a season grow with its level. */
function decompose(values: Float64Array, lead: number, seasons: readonly number[]): Float64Array | null {
  if (!swingsGrow(values, seasons[0] ?? 1)) return mstl(values, lead, seasons);
  return mstl(values.map(Math.log), lead, seasons)?.map(Math.exp) ?? null;
}

const FEWEST_CYCLES = 4;
const CLEAR_CORRELATION = 0.7;

/** Whether mean and standard deviation of the cycles go together, and no value forbids a logarithm. */
function swingsGrow(values: Float64Array, season: number): boolean {
  const cycles = Math.floor(values.length / season);
  if (season < 2 || cycles < FEWEST_CYCLES || !values.every((value) => value > 0)) return false;
  const parts = Array.from({ length: cycles }, (_, i) => values.subarray(i * season, (i + 1) * season));
  const means = parts.map(meanIn);
  const deviations = parts.map((part, i) =>
    Math.sqrt(meanIn(part.map((value) => (value - (means[i] ?? 0)) ** 2))),
  );
  const [mean, deviation] = [meanIn(means), meanIn(deviations)];
  const both = meanIn(means.map((value, i) => (value - mean) * ((deviations[i] ?? 0) - deviation)));
  const spread = Math.sqrt(
    meanIn(means.map((v) => (v - mean) ** 2)) * meanIn(deviations.map((v) => (v - deviation) ** 2)),
  );
  return both > CLEAR_CORRELATION * spread;
}

const meanIn = (values: readonly number[] | Float64Array) => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};

function average(parts: readonly (Float64Array | null)[]): Float64Array | null {
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  return (
    known[0]?.map((_, step) => known.reduce((sum, part) => sum + (part[step] ?? 0), 0) / known.length) ?? null
  );
}
