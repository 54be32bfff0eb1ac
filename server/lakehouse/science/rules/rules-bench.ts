import type { Ratio } from '../bench.ts';
import { type Random, seededRandom } from '../draws.ts';
import { apriori } from './apriori.ts';
import { BasketCollector, type Baskets, minimumCount } from './baskets.ts';
import { mineFrequentItemsets } from './fp-growth.ts';
import { rankFrequentItems } from './frequent-items.ts';
import { triangle } from './pair-counts.ts';

const BASKETS = 200_000;
const PRODUCTS = 5_000;
const SUPPORT = 0.001;

/**
 * Baskets of `size` items on average, of products whose popularity falls with the 0.8th power of their rank; every
 * fourth item brings its partner with it one time in three.
 */
function madeUpBaskets(size: number, random: Random): Baskets {
  const collector = new BasketCollector();
  const upTo: number[] = [];
  let total = 0;
  for (let rank = 0; rank < PRODUCTS; rank++) {
    total += (rank + 1) ** -0.8;
    upTo.push(total);
  }
  const pick = () => {
    const at = random() * total;
    let [low, high] = [0, PRODUCTS - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (let basket = 0; basket < BASKETS; basket++) {
    const items: string[] = [];
    for (let left = Math.round(size * (0.4 + 1.05 * random())); left > 0; left--) {
      const product = pick();
      items.push(`p${product}`);
      if (product % 4 === 0 && random() < 0.33) items.push(`p${product + 1}`);
    }
    collector.add(items);
  }
  return collector.baskets();
}

export async function rulesRatios(): Promise<readonly Ratio[]> {
  const minimum = minimumCount(SUPPORT, BASKETS);
  const ratios = [5, 10].map((size): Ratio => {
    const baskets = madeUpBaskets(size, seededRandom(size));
    const [mining = 0, pairs = 0] = leastTimes(
      9,
      () => void mineFrequentItemsets(baskets, minimum),
      () => void triangle(rankFrequentItems(baskets, minimum)),
    );
    const found = mineFrequentItemsets(baskets, minimum).itemsets.size;
    return {
      what: `all ${found} itemsets of ${BASKETS} baskets of ${size} against all pairs of frequent items`,
      ratio: mining / pairs,
      limit: { atMost: 3 },
      detail: `${mining.toFixed(0)} ms, pairs ${pairs.toFixed(0)} ms`,
    };
  });
  const baskets = madeUpBaskets(5, seededRandom(5));
  const [mining = 0] = leastTimes(5, () => void mineFrequentItemsets(baskets, minimum));
  const [plain = 0] = leastTimes(1, () => void apriori(baskets, minimum));
  const against: Ratio = {
    what: 'Apriori against pattern growth, baskets of 5',
    ratio: plain / mining,
    limit: { atLeast: 20 },
    detail: `${plain.toFixed(0)} ms, ${mining.toFixed(0)} ms`,
  };
  return [...ratios, against];
}

/** The least time of each, in turns, so that what else the machine does hits all alike. Milliseconds. */
function leastTimes(turns: number, ...tasks: readonly (() => void)[]): number[] {
  const least = tasks.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < turns; turn++)
    for (const [i, task] of tasks.entries()) {
      const start = performance.now();
      task();
      least[i] = Math.min(least[i] ?? 0, performance.now() - start);
    }
  return least;
}
