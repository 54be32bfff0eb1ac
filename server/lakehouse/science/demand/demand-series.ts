import type { DemandCube } from './demand-cube.ts';
import type { DemandLevel, DemandTree } from './demand-tree.ts';

/** A level by which a person may see demand: those of the tree, and the chain's categories, which cut across it. */
export type SeriesLevel = DemandLevel | 'chain_category';

/** One line of demand: the sum of the nodes it names. */
export interface DemandSeries {
  readonly level: SeriesLevel;
  readonly nodes: readonly number[];
  readonly region: string | null;
  readonly store: number | null;
  readonly category: number | null;
}

export function demandSeries(cube: DemandCube, { nodes }: DemandTree): DemandSeries[] {
  const own = nodes.map(
    ({ level, region, store, category }, at): DemandSeries => ({
      level,
      nodes: [at],
      region,
      store,
      category,
    }),
  );
  const across = cube.categories.map(
    (_, category): DemandSeries => ({
      ...{ level: 'chain_category', region: null, store: null, category },
      nodes: own.flatMap((node) =>
        node.level === 'category' && node.category === category ? node.nodes : [],
      ),
    }),
  );
  return [...own, ...across];
}

/** The value of a series on a day ahead, out of values by node and day. */
export function seriesValue(
  { nodes }: DemandSeries,
  values: Float64Array,
  steps: number,
  step: number,
): number {
  let sum = 0;
  for (const node of nodes) sum += values[node * steps + step] ?? 0;
  return sum;
}
