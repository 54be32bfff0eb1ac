import type { Baskets } from './baskets.ts';
import { rankFrequentItems } from './frequent-items.ts';
import { Itemsets } from './itemsets.ts';
import { pairCounts } from './pair-counts.ts';
import { conditionalBase, indexPlaces, type PatternBase } from './pattern-base.ts';

export interface FrequentItemsets {
  readonly itemsets: Itemsets;
  /** The item's number by its rank. */
  readonly itemOfRank: Int32Array;
  /** Baskets that hold the item, by its rank. */
  readonly counts: Int32Array;
}

/**
 * All sets of items, of any length, that are together in at least `minimum` baskets. Pattern growth as in FP-Growth
 * (Han, Pei and Yin 2000), with the pair counts of FP-growth* (Grahne and Zhu 2003), on conditional pattern bases
 * that lie in typed arrays, equal paths merged: in shops' baskets paths share too little for a tree to pay.
 * `mostItems` ends the growth at sets of so many, for baskets so wide that all their sets would not fit in memory.
 */
export function mineFrequentItemsets(
  baskets: Baskets,
  minimum: number,
  mostItems = Number.POSITIVE_INFINITY,
): FrequentItemsets {
  const ranked = rankFrequentItems(baskets, minimum);
  const itemsets = new Itemsets();
  grow(indexPlaces(ranked), Int32Array.from(ranked.counts.keys()), ranked.counts, -1, 1);
  return { itemsets, itemOfRank: ranked.itemOfRank, counts: ranked.counts };

  /** Extends an itemset by each item of its base; `ranksOf` and `support` are by the base's own item numbers. */
  function grow(
    base: PatternBase,
    ranksOf: Int32Array,
    support: Int32Array,
    parent: number,
    size: number,
  ): void {
    const pairs = pairCounts(base);
    const renumbered = new Int32Array(support.length);
    const partners: number[] = [];
    for (let item = 0; item < support.length; item++) {
      const itemset = itemsets.add(parent, ranksOf[item] as number, support[item] as number);
      const together = pairs.rowOf(item);
      partners.length = 0;
      for (let other = 0; other < item; other++)
        if ((together[other] as number) >= minimum) partners.push(other);
      renumbered.fill(-1, 0, item);
      // A set of three needs all its three pairs: a partner without one among the others ends here.
      const linked =
        size + 1 >= mostItems
          ? []
          : partners.filter((one) =>
              partners.some((other) => one !== other && pairs.mayReach(one, other, minimum)),
            );
      for (const [number, partner] of linked.entries()) renumbered[partner] = number;
      for (const partner of partners)
        if ((renumbered[partner] as number) < 0)
          itemsets.add(itemset, ranksOf[partner] as number, together[partner] as number);
      if (linked.length === 0) continue;
      const linkedRanks = Int32Array.from(linked, (partner) => ranksOf[partner] as number);
      const linkedSupport = Int32Array.from(linked, (partner) => together[partner] as number);
      grow(
        conditionalBase(base, item, renumbered, linked.length),
        linkedRanks,
        linkedSupport,
        itemset,
        size + 1,
      );
    }
  }
}
