import {
  demandForecast,
  demandHistory,
  forecastAccuracy,
  forecastLevels,
  forecastStoreAccuracy,
  forecastTotals,
} from '#server/gold/tables/demand.ts';
import { replenishment, transferSuggestions } from '#server/gold/tables/replenishment.ts';
import { supplierLateness } from '#server/gold/tables/supplier-lines.ts';
import { scoredTrials } from '../demand/demand-accuracy.ts';
import { trialOrigins, tryDemand } from '../demand/demand-backtest.ts';
import { demandFits } from '../demand/demand-fits.ts';
import { type DemandSeries, demandSeries } from '../demand/demand-series.ts';
import { type DemandTree, demandTree } from '../demand/demand-tree.ts';
import { fitDemand } from '../demand/fit-demand.ts';
import { forecastDemand } from '../demand/forecast-demand.ts';
import { levelSpreads } from '../demand/level-spreads.ts';
import { pastDemand } from '../demand/past-demand.ts';
import { readDemandCube } from '../demand/read-demand-cube.ts';
import { readStockFacts } from '../replenishment/read-stock-facts.ts';
import { chainAccuracyRows, storeAccuracyRows } from './accuracy-rows.ts';
import { demandForecastRows, historyRows, levelRows, totalRows } from './forecast-rows.ts';
import { latenessRows } from './lateness-rows.ts';
import { replenishmentRows, stockProposals } from './replenishment-rows.ts';
import { type ScienceStep, scienceRows } from './science-step.ts';
import { transferRows } from './transfer-rows.ts';

const HORIZON = 30;

/** Demand of the next 30 days at every level, how right such forecasts were, and what to order and move because of it. */
export const demandStep: ScienceStep = {
  name: 'demand',
  tables: [
    ...[
      demandForecast,
      forecastLevels,
      forecastTotals,
      demandHistory,
      forecastAccuracy,
      forecastStoreAccuracy,
    ],
    ...[replenishment, transferSuggestions, supplierLateness],
  ],
  make: async (bench, report) => {
    const cube = await readDemandCube(bench, HORIZON);
    if (!cube || cube.pairs.length === 0) return {};
    report(
      `demand of ${cube.pairs.length.toLocaleString('en-GB')} products in stores over ${cube.days} days`,
    );
    const tree = demandTree(cube);
    const series = demandSeries(cube, tree);
    const ends = [...trialOrigins(cube), cube.days];
    const fits = await demandFits(cube, ends, bench.remembered, report);
    const trials = fits.slice(0, -1).map((fit) => tryDemand(cube, tree, fit));
    report(`demand tried from ${trials.length} Mondays`);
    const forecast = forecastDemand(cube, tree, fits.at(-1) ?? fitDemand(cube, cube.days));
    report('demand forecast and reconciled');
    const scored = scoredTrials(cube, pairsBelow(tree), series, trials);
    const demand = { cube, tree, series, forecast, spreads: levelSpreads(series, trials), scored };
    const past = pastDemand(cube, forecast.fit);
    const stock = await readStockFacts(bench);
    const proposals = stock ? stockProposals(demand, stock) : [];
    report('demand scored, orders reckoned');
    const rows = {
      demand_forecast: await scienceRows(bench, demandForecast, demandForecastRows(demand)),
      forecast_levels: await scienceRows(bench, forecastLevels, levelRows(demand)),
      forecast_totals: await scienceRows(bench, forecastTotals, totalRows(demand)),
      demand_history: await scienceRows(bench, demandHistory, historyRows(cube, past)),
      forecast_accuracy: await scienceRows(bench, forecastAccuracy, chainAccuracyRows(demand)),
      forecast_store_accuracy: await scienceRows(bench, forecastStoreAccuracy, storeAccuracyRows(demand)),
    };
    if (!stock) return rows;
    return {
      ...rows,
      replenishment: await scienceRows(
        bench,
        replenishment,
        replenishmentRows(demand, stock, proposals, past),
      ),
      transfer_suggestions: await scienceRows(
        bench,
        transferSuggestions,
        transferRows(demand, stock, proposals),
      ),
      supplier_lateness: await scienceRows(bench, supplierLateness, await latenessRows(bench, demand, past)),
    };
  },
};

/** Pairs below the nodes of a series. */
function pairsBelow({ nodes, pairNode }: DemandTree): (series: DemandSeries) => readonly number[] {
  const below: number[][] = nodes.map(() => []);
  for (const [pair, node] of pairNode.entries())
    for (let at = node; at >= 0; at = nodes[at]?.parent ?? -1) below[at]?.push(pair);
  return (series) => series.nodes.flatMap((node) => below[node] ?? []);
}
