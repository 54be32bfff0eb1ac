import type { Baskets } from './baskets.ts';

/** Baskets reduced to frequent items, which are numbered by rank: 0 is the most frequent. */
export interface RankedBaskets {
  readonly starts: Int32Array;
  /** Ranks, ascending within a basket. */
  readonly ranks: Int32Array;
  /** The item's number by its rank. */
  readonly itemOfRank: Int32Array;
  /** Baskets that hold the item, by its rank. */
  readonly counts: Int32Array;
}

/** Ranks the items that are in at least so many baskets; equally frequent ones keep the order of their numbers. */
export function rankFrequentItems({ starts, items, names }: Baskets, minimum: number): RankedBaskets {
  const count = new Int32Array(names.length);
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as number;
    count[item] = (count[item] as number) + 1;
  }
  const frequent = [...count.keys()].filter((item) => (count[item] as number) >= minimum);
  const itemOfRank = Int32Array.from(
    frequent.sort((a, b) => (count[b] as number) - (count[a] as number) || a - b),
  );
  const rankOfItem = new Int32Array(names.length).fill(-1);
  itemOfRank.forEach((item, rank) => {
    rankOfItem[item] = rank;
  });
  const ranks = new Int32Array(items.length);
  const rankedStarts = new Int32Array(starts.length);
  let filled = 0;
  for (let basket = 0; basket + 1 < starts.length; basket++) {
    const first = filled;
    for (let i = starts[basket] as number; i < (starts[basket + 1] as number); i++) {
      const rank = rankOfItem[items[i] as number] as number;
      if (rank < 0) continue;
      // Baskets are short: keeping them in order as they fill is quicker than sorting each.
      let place = filled++;
      for (; place > first && (ranks[place - 1] as number) > rank; place--)
        ranks[place] = ranks[place - 1] as number;
      ranks[place] = rank;
    }
    rankedStarts[basket + 1] = filled;
  }
  const counts = Int32Array.from(itemOfRank, (item) => count[item] as number);
  return { starts: rankedStarts, ranks: ranks.slice(0, filled), itemOfRank, counts };
}
