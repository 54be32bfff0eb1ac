import type { DemandCube } from './demand-cube.ts';

export type DemandLevel = 'chain' | 'region' | 'store' | 'category' | 'product';

/** A sum of pairs, or one pair. Parents stand before their children, pairs after all sums; a pair's node has its place in `pairNode`. */
export interface DemandNode {
  readonly level: DemandLevel;
  /** Place of the parent; -1 for the chain. */
  readonly parent: number;
  /** Region, store or category of the node, as far as it has one; places in the cube. */
  readonly region: string | null;
  readonly store: number | null;
  readonly category: number | null;
}

export interface DemandTree {
  readonly nodes: readonly DemandNode[];
  /** By pair: its node. Pairs of a node's subtree are those whose walk to the root passes it. */
  readonly pairNode: Int32Array;
}

/** Chain, regions, stores, categories in a store, products in a store: each level is the sum of the one below. */
export function demandTree({ stores, products, pairs }: DemandCube): DemandTree {
  const nodes: DemandNode[] = [{ level: 'chain', parent: -1, region: null, store: null, category: null }];
  const places = new Map<string, number>();
  const place = (key: string, node: DemandNode) => {
    const known = places.get(key);
    if (known !== undefined) return known;
    const at = nodes.push(node) - 1;
    places.set(key, at);
    return at;
  };
  const none = { region: null, store: null, category: null };
  for (const { region } of stores) place(`region ${region}`, { ...none, level: 'region', parent: 0, region });
  for (const [store, { region }] of stores.entries())
    place(`store ${store}`, {
      ...none,
      level: 'store',
      parent: places.get(`region ${region}`) ?? 0,
      region,
      store,
    });
  const roomOf = pairs.map(({ store, product }) => {
    const category = products[product]?.category ?? 0;
    const parent = places.get(`store ${store}`) ?? 0;
    const region = stores[store]?.region ?? null;
    return place(`room ${store} ${category}`, { level: 'category', parent, region, store, category });
  });
  const pairNode = Int32Array.from(pairs, ({ store, product }, at) => {
    const region = stores[store]?.region ?? null;
    const category = products[product]?.category ?? 0;
    return nodes.push({ level: 'product', parent: roomOf[at] ?? 0, region, store, category }) - 1;
  });
  return { nodes, pairNode };
}

/** Adds what stands at the pairs up the tree; `steps` values for each node, one after another. */
export function sumsUp({ nodes, pairNode }: DemandTree, pairs: Float64Array, steps: number): Float64Array {
  const sums = new Float64Array(nodes.length * steps);
  for (const [pair, node] of pairNode.entries())
    for (let step = 0; step < steps; step++) sums[node * steps + step] = pairs[pair * steps + step] ?? 0;
  for (let node = nodes.length - 1; node > 0; node--) {
    const parent = nodes[node]?.parent ?? 0;
    for (let step = 0; step < steps; step++)
      sums[parent * steps + step] = (sums[parent * steps + step] ?? 0) + (sums[node * steps + step] ?? 0);
  }
  return sums;
}

/**
 * The same sums of the nodes above the pairs alone, from the value of a pair at a step: pairs are most of a tree, and what
 * stands at them need not be kept.
 */
export function sumsAbovePairs(
  { nodes, pairNode }: DemandTree,
  steps: number,
  value: (pair: number, step: number) => number,
): Float64Array {
  const above = nodes.length - pairNode.length;
  const sums = new Float64Array(above * steps);
  for (let pair = pairNode.length - 1; pair >= 0; pair--) {
    const parent = nodes[pairNode[pair] ?? 0]?.parent ?? 0;
    for (let step = 0; step < steps; step++)
      sums[parent * steps + step] = (sums[parent * steps + step] ?? 0) + value(pair, step);
  }
  for (let node = above - 1; node > 0; node--) {
    const parent = nodes[node]?.parent ?? 0;
    for (let step = 0; step < steps; step++)
      sums[parent * steps + step] = (sums[parent * steps + step] ?? 0) + (sums[node * steps + step] ?? 0);
  }
  return sums;
}
