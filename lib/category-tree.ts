/** A node of the category tree. */
export interface CategoryNode {
  readonly category: string;
  readonly parent: string | null;
  /** 1 department, 2 category, 3 subcategory. */
  readonly level: number;
}

/** From the root to a node, both included; empty for a name that is not in the tree. */
export function pathTo(tree: readonly CategoryNode[], category: string | null): CategoryNode[] {
  const path: CategoryNode[] = [];
  let next = category;
  // A tree that bites its own tail must not hold up a page.
  while (next !== null && path.length < tree.length) {
    const node = tree.find((one) => one.category === next);
    if (!node) break;
    path.unshift(node);
    next = node.parent;
  }
  return path;
}

/** The level below a node, at which its sales are broken down; null below the last. */
export function levelBelow(path: readonly CategoryNode[]): 1 | 2 | 3 | null {
  const level = (path.at(-1)?.level ?? 0) + 1;
  return level === 1 || level === 2 || level === 3 ? level : null;
}
