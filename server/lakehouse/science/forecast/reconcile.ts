/** One node of a hierarchy: a product in a store, a category, the chain. Parents stand before their children. */
export interface HierarchyNode {
  /** Place of the parent in the list; -1 for a root. */
  readonly parent: number;
  /** Expected value by the node's own forecast; null where it has none and is the sum of its children. */
  readonly mean: number | null;
  /** Variance of that forecast's errors, above zero; the surer forecast moves less. */
  readonly variance: number;
}

/**
 * Means that add up exactly at every parent and lie nearest to all forecasts in units of their variances: weighted
 * least squares reconciliation (MinT with a diagonal matrix; Wickramasuriya, Athanasopoulos and Hyndman 2019). On a
 * tree it takes one walk up, which weighs a node against the sum of its children, and one down, which shares what is
 * left over in proportion to the children's variances; no matrix. Only means: quantiles of parts do not add up.
 * With `isNeverNegative`, leaves below zero become zero before the last sums.
 */
export function reconcile(nodes: readonly HierarchyNode[], isNeverNegative = false): Float64Array {
  const size = nodes.length;
  const childMean = new Float64Array(size);
  const childVariance = new Float64Array(size);
  const children = new Int32Array(size);
  const mean = new Float64Array(size);
  const variance = new Float64Array(size);
  for (let at = size - 1; at >= 0; at--) {
    const node = nodes[at];
    if (!node || node.parent >= at) throw new HierarchyOrderError(at);
    const below = childVariance[at] ?? 0;
    const own = node.mean ?? 0;
    const sum = childMean[at] ?? 0;
    if ((children[at] ?? 0) === 0) {
      mean[at] = own;
      variance[at] = node.mean === null ? 0 : node.variance;
    } else {
      const trust = node.mean === null ? 0 : below / (below + node.variance);
      mean[at] = sum + trust * (own - sum);
      variance[at] = below * (1 - trust);
    }
    if (node.parent < 0) continue;
    childMean[node.parent] = (childMean[node.parent] ?? 0) + (mean[at] ?? 0);
    childVariance[node.parent] = (childVariance[node.parent] ?? 0) + (variance[at] ?? 0);
    children[node.parent] = (children[node.parent] ?? 0) + 1;
  }
  for (let at = 0; at < size; at++) {
    const parent = nodes[at]?.parent ?? -1;
    if (parent < 0) continue;
    const whole = childVariance[parent] ?? 0;
    const share = whole > 0 ? (variance[at] ?? 0) / whole : 1 / (children[parent] ?? 1);
    mean[at] = (mean[at] ?? 0) + share * ((mean[parent] ?? 0) - (childMean[parent] ?? 0));
  }
  // Sums are taken once more from the leaves, so that they are exact to the last digit.
  for (let at = 0; at < size; at++)
    if ((children[at] ?? 0) > 0) mean[at] = 0;
    else if (isNeverNegative) mean[at] = Math.max(0, mean[at] ?? 0);
  for (let at = size - 1; at >= 0; at--) {
    const parent = nodes[at]?.parent ?? -1;
    if (parent >= 0) mean[parent] = (mean[parent] ?? 0) + (mean[at] ?? 0);
  }
  return mean;
}

export class HierarchyOrderError extends Error {
  readonly code = 'HIERARCHY_ORDER';
  constructor(at: number) {
    super(`node ${at} stands before its parent`);
    this.name = 'HierarchyOrderError';
  }
}
