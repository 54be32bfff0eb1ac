import type { forecastAccuracy, forecastStoreAccuracy } from '#server/gold/tables/demand.ts';
import { demandAccuracy, HORIZONS, type Horizon, METHODS } from '../demand/demand-accuracy.ts';
import type { DemandSeries, SeriesLevel } from '../demand/demand-series.ts';
import type { ForecastDemand } from './forecast-rows.ts';
import type { ScienceRow } from './science-step.ts';

const CHAIN_LEVELS: readonly SeriesLevel[] = ['chain', 'region', 'store', 'category', 'product'];
const STORE_LEVELS: readonly SeriesLevel[] = ['store', 'category', 'product'];

export function* chainAccuracyRows(demand: ForecastDemand): Iterable<ScienceRow<typeof forecastAccuracy>> {
  for (const level of CHAIN_LEVELS) {
    const own = demand.series.filter((one) => one.level === level);
    yield* rowsOf(demand, level, own);
  }
}

export function* storeAccuracyRows(
  demand: ForecastDemand,
): Iterable<ScienceRow<typeof forecastStoreAccuracy>> {
  const ofStores = Map.groupBy(demand.series, ({ store }) => store);
  for (const [store, { id }] of demand.cube.stores.entries())
    for (const level of STORE_LEVELS) {
      const own = (ofStores.get(store) ?? []).filter((one) => one.level === level);
      for (const row of rowsOf(demand, level, own)) yield { store_id: id, ...row };
    }
}

function* rowsOf({ scored }: ForecastDemand, level: SeriesLevel, series: readonly DemandSeries[]) {
  if (scored.length === 0) return;
  for (const method of METHODS)
    for (const horizon of Object.keys(HORIZONS) as Horizon[]) {
      const { coverageBusy, ...found } = demandAccuracy(series, scored, method, horizon);
      if (found.points > 0)
        yield { level_name: level, method, horizon, ...found, coverage_busy: coverageBusy };
    }
}
