import type { Baskets } from './baskets.ts';
import type { Paths } from './pattern-base.ts';

/** Baskets reduced to frequent items, each a path of weight 1; items are numbered by rank, 0 is the most frequent. */
export interface RankedBaskets extends Paths {
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
  const steps = new Int32Array(items.length + starts.length - 1);
  let length = 0;
  for (let basket = 0; basket + 1 < starts.length; basket++) {
    const first = length;
    const end = starts[basket + 1] as number;
    for (let i = starts[basket] as number; i < end; i++) {
      const rank = rankOfItem[items[i] as number] as number;
      if (rank < 0) continue;
      // Baskets are short: keeping them in order as they fill is quicker than sorting each.
      let place = length++;
      for (; place > first && (steps[place - 1] as number) < rank; place--)
        steps[place] = steps[place - 1] as number;
      steps[place] = rank;
    }
    // A basket of fewer than two frequent items says nothing more than its item's count.
    if (length - first < 2) length = first;
    else steps[length++] = -1;
  }
  const counts = Int32Array.from(itemOfRank, (item) => count[item] as number);
  return { steps, length, itemCount: counts.length, itemOfRank, counts };
}
