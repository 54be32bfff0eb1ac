import type {
  demandForecast,
  demandHistory,
  forecastLevels,
  forecastTotals,
} from '#server/gold/tables/demand.ts';
import type { ScoredTrial } from '../demand/demand-accuracy.ts';
import { type DemandCube, dateOf, IN_STOCK } from '../demand/demand-cube.ts';
import { type DemandSeries, seriesValue } from '../demand/demand-series.ts';
import type { DemandTree } from '../demand/demand-tree.ts';
import type { DemandForecast } from '../demand/forecast-demand.ts';
import { type LevelSpreads, quantilesAt } from '../demand/level-spreads.ts';
import type { PastDemand } from '../demand/past-demand.ts';
import type { ScienceRow } from './science-step.ts';

/** All that a forecast of a lake and its trials hold. */
export interface ForecastDemand {
  readonly cube: DemandCube;
  readonly tree: DemandTree;
  readonly series: readonly DemandSeries[];
  readonly forecast: DemandForecast;
  readonly spreads: LevelSpreads;
  readonly scored: readonly ScoredTrial[];
}

const UNKNOWN = { perUnit: 1.5, perSquare: 0.04 };

export function* demandForecastRows({
  cube,
  tree,
  forecast,
  spreads,
}: ForecastDemand): Iterable<ScienceRow<typeof demandForecast>> {
  const quantiles = quantilesAt(spreads.get('product') ?? UNKNOWN);
  const dates = Array.from({ length: cube.horizon }, (_, step) => dateOf(cube, cube.days + step));
  for (const [at, { store, product }] of cube.pairs.entries()) {
    const node = tree.pairNode[at] ?? 0;
    for (const [step, date] of dates.entries()) {
      const mean = forecast.means[node * cube.horizon + step] ?? 0;
      const [p10 = 0, p50 = 0, p90 = 0] = quantiles(mean);
      yield {
        store_id: cube.stores[store]?.id ?? '',
        product_id: cube.products[product]?.id ?? '',
        business_date: date,
        mean_units: mean,
        ...{ p10_units: p10, p50_units: p50, p90_units: p90 },
      };
    }
  }
}

/** Stores and their categories: the forecast, and the trial that had the whole horizon. */
export function* levelRows(demand: ForecastDemand): Iterable<ScienceRow<typeof forecastLevels>> {
  const { cube, series } = demand;
  for (const one of series) {
    if (one.level !== 'store' && one.level !== 'category') continue;
    const place = {
      store_id: cube.stores[one.store ?? -1]?.id ?? '',
      category: one.level === 'category' ? (cube.categories[one.category ?? -1] ?? '') : '',
    };
    // Where a source has no categories, what is in the one without a name is the whole store.
    if (one.level === 'category' && place.category === '') continue;
    for (const course of coursesOf(demand, one)) yield { ...place, ...course };
  }
}

export function* totalRows(demand: ForecastDemand): Iterable<ScienceRow<typeof forecastTotals>> {
  const { cube, series } = demand;
  for (const one of series) {
    if (one.level !== 'chain' && one.level !== 'region' && one.level !== 'chain_category') continue;
    const category = cube.categories[one.category ?? -1] ?? '';
    if (one.level === 'chain_category' && category === '') continue;
    const place = {
      level_name: one.level === 'chain_category' ? 'category' : one.level,
      member: one.level === 'region' ? one.region : category,
      store_count: cube.stores.filter(({ region }) => one.region === null || region === one.region).length,
    };
    for (const course of coursesOf(demand, one)) yield { ...place, ...course };
  }
}

function* coursesOf({ cube, forecast, spreads, scored }: ForecastDemand, series: DemandSeries) {
  const quantiles = quantilesAt(spreads.get(series.level) ?? UNKNOWN);
  const origin = dateOf(cube, cube.days - 1);
  for (let step = 0; step < cube.horizon; step++) {
    const mean = seriesValue(series, forecast.means, cube.horizon, step);
    yield {
      origin_date: origin,
      business_date: dateOf(cube, cube.days + step),
      ...course(mean, quantiles(mean)),
    };
  }
  const whole = scored.find(({ trial }) => trial.steps === cube.horizon);
  if (!whole) return;
  const { trial } = whole;
  const tried = whole.quantiles.get(series.level);
  for (let step = 0; step < trial.steps; step++) {
    const mean = seriesValue(series, trial.means, trial.steps, step);
    yield {
      ...{ origin_date: dateOf(cube, trial.end - 1), business_date: dateOf(cube, trial.end + step) },
      ...course(mean, tried?.(mean) ?? []),
      actual_units: seriesValue(series, trial.actuals, trial.steps, step),
      naive_units: seriesValue(series, trial.seasonalNaive, trial.steps, step),
    };
  }
}

const course = (mean: number, [p10 = 0, p50 = 0, p90 = 0]: readonly number[]) => ({
  mean_units: mean,
  p10_units: p10,
  p50_units: p50,
  p90_units: p90,
});

const HISTORY_DAYS = 56;

export function* historyRows(cube: DemandCube, past: PastDemand): Iterable<ScienceRow<typeof demandHistory>> {
  for (const [at, { store, product, sold, stock }] of cube.pairs.entries())
    for (let day = Math.max(0, cube.days - HISTORY_DAYS); day < cube.days; day++) {
      if (!sold[day] && stock[day] === IN_STOCK) continue;
      yield {
        store_id: cube.stores[store]?.id ?? '',
        product_id: cube.products[product]?.id ?? '',
        business_date: dateOf(cube, day),
        sold_units: sold[day] ?? 0,
        lost_units: past.lost(at, day),
      };
    }
}
