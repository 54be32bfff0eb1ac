import { type Baskets, basketCount } from './baskets.ts';

/**
 * Apriori as Agrawal and Srikant (1994) tell it, with plain sets and maps: candidates of a length are joined from
 * frequent sets one shorter and counted in a pass over the baskets. It is here to be compared with, not to be used.
 * Answers counts by the items' numbers, ascending, parted by commas.
 */
export function apriori(baskets: Baskets, minimum: number): Map<string, number> {
  const single = new Map<string, number>();
  for (const item of baskets.items) single.set(String(item), (single.get(String(item)) ?? 0) + 1);
  const found = new Map<string, number>();
  let level = keepFrequent(single, minimum);
  while (level.size > 0) {
    for (const [set, count] of level) found.set(set, count);
    level = keepFrequent(countCandidates(baskets, joinCandidates(level)), minimum);
  }
  return found;
}

const keepFrequent = (counts: Map<string, number>, minimum: number) =>
  new Map([...counts].filter(([, count]) => count >= minimum));

/** Sets that differ in their last item only are joined; a candidate with an infrequent part is dropped. */
function joinCandidates(level: ReadonlyMap<string, number>): Map<string, number> {
  const byStem = new Map<string, number[]>();
  for (const set of level.keys()) {
    const cut = set.lastIndexOf(',');
    const stem = set.slice(0, Math.max(cut, 0));
    byStem.set(stem, [...(byStem.get(stem) ?? []), Number(set.slice(cut + 1))]);
  }
  const candidates = new Map<string, number>();
  for (const [stem, ends] of byStem) {
    const sorted = ends.sort((a, b) => a - b);
    const start = stem === '' ? [] : stem.split(',').map(Number);
    for (const [i, a] of sorted.entries())
      for (const b of sorted.slice(i + 1)) {
        const set = [...start, a, b];
        if (set.every((_, without) => level.has(set.filter((_, k) => k !== without).join())))
          candidates.set(set.join(), 0);
      }
  }
  return candidates;
}

function countCandidates(baskets: Baskets, candidates: Map<string, number>): Map<string, number> {
  const length = [...candidates.keys()][0]?.split(',').length ?? 0;
  const useful = new Set([...candidates.keys()].flatMap((set) => set.split(',').map(Number)));
  const visit = (items: readonly number[], from: number, chosen: number, key: string): void => {
    if (chosen === length) {
      const count = candidates.get(key);
      if (count !== undefined) candidates.set(key, count + 1);
      return;
    }
    for (let i = from; i <= items.length - (length - chosen); i++)
      visit(items, i + 1, chosen + 1, key === '' ? String(items[i]) : `${key},${items[i]}`);
  };
  if (length === 0) return candidates;
  for (let b = 0; b < basketCount(baskets); b++) {
    const basket = [...baskets.items.subarray(baskets.starts[b], baskets.starts[b + 1])];
    visit(
      basket.filter((item) => useful.has(item)).sort((a, c) => a - c),
      0,
      0,
      '',
    );
  }
  return candidates;
}
