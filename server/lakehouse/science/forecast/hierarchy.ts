import type { PanelForecast } from './forecast-panel.ts';
import { quantilesOf } from './quantiles.ts';
import type { SeriesPanel } from './read-series.ts';
import { reconcile } from './reconcile.ts';

/** A panel with the sums of its series in it: the whole first, then the first column's groups, down to the series. */
export interface Hierarchy extends SeriesPanel {
  /** Place of the parent; -1 for the whole. Parents stand before their children. */
  readonly parents: readonly number[];
  /** Columns that a node is known by: 0 for the whole. */
  readonly levels: readonly number[];
}

/** Keys of sums are empty in the columns that they sum over. A period of a sum is missing where all its parts are. */
export function hierarchyOf(panel: SeriesPanel): Hierarchy {
  const depth = panel.keys[0]?.length ?? 0;
  const nodes = new Map<string, { key: string[]; level: number; values: Float64Array; series: number }>();
  for (let level = 0; level <= depth; level++)
    for (const [series, key] of panel.keys.entries()) {
      const own = panel.values[series] ?? new Float64Array();
      const prefix = key.map((part, i) => (i < level ? part : ''));
      const name = nameOf(prefix, level);
      const node = nodes.get(name);
      if (node) node.values = node.values.map((value, at) => sumOf(value, own[at] ?? Number.NaN));
      else nodes.set(name, { key: prefix, level, values: own, series: level === depth ? series : -1 });
    }
  const places = new Map([...nodes.keys()].map((name, at) => [name, at]));
  const all = [...nodes.values()];
  return {
    ...panel,
    keys: all.map(({ key }) => key),
    values: all.map(({ values }) => values),
    known: all.map(({ series }) => panel.known[series] ?? []),
    parents: all.map(({ key, level }) =>
      level === 0
        ? -1
        : (places.get(
            nameOf(
              key.map((part, i) => (i < level - 1 ? part : '')),
              level - 1,
            ),
          ) ?? -1),
    ),
    levels: all.map(({ level }) => level),
  };
}

const nameOf = (key: readonly string[], level: number) => JSON.stringify([level, ...key]);
const sumOf = (one: number, other: number) =>
  Number.isNaN(one) ? other : Number.isNaN(other) ? one : one + other;

/**
 * The same forecasts with means that add up at every period of every origin. Quantiles are taken anew about
 * each mean, from the level's own errors: quantiles of parts never add up. Values are never below zero where none was.
 */
export function reconcileForecasts(
  hierarchy: Hierarchy,
  forecasts: readonly PanelForecast[],
): PanelForecast[] {
  const isNeverNegative = hierarchy.values.every((values) => values.every((value) => !(value < 0)));
  const origins = forecasts[0]?.byOrigin ?? [];
  const horizon = Math.max(
    0,
    ...forecasts.flatMap(({ byOrigin }) => byOrigin.map(({ forecast }) => forecast.length)),
  );
  const means = origins.map((_, origin) =>
    Array.from({ length: horizon }, (__, step) =>
      reconcile(
        forecasts.map(({ byOrigin, variance }, at) => ({
          parent: hierarchy.parents[at] ?? -1,
          mean: byOrigin[origin]?.forecast[step] ?? null,
          variance,
        })),
        isNeverNegative,
      ),
    ),
  );
  return forecasts.map((node, at) => ({
    ...node,
    byOrigin: node.byOrigin.map((one, origin) => {
      const forecast = one.forecast.map((_, step) => means[origin]?.[step]?.[at] ?? 0);
      const { shape } = node;
      const quantiles = shape ? forecast.map((mean) => quantilesOf(shape, mean)) : [];
      return { ...one, forecast, quantiles };
    }),
  }));
}
