import { logGamma } from '../log-gamma.ts';
import type { Baskets } from './baskets.ts';

/** Baskets that stand together by where and when they were bought: stratum s is baskets starts[s] … starts[s + 1] - 1. */
export interface Strata {
  readonly starts: Int32Array;
}

/** Items by their numbers. */
export interface ItemRule {
  readonly antecedent: readonly number[];
  readonly consequent: number;
}

/**
 * Baskets with both that each rule would have if its two sides had nothing to do with each other within a stratum (the
 * sum of Mantel and Haenszel). Two things that both sell in December, or in the same stores, share many baskets of the
 * year for that alone; within one store and week they do not.
 */
export function expectedWithin(
  { starts, items, names }: Baskets,
  strata: Strata,
  rules: readonly ItemRule[],
): Float64Array {
  const expected = new Float64Array(rules.length);
  const counts = new Int32Array(names.length);
  const { groups, groupOf, byFirst } = severalItems(rules);
  const together = new Int32Array(groups.length);
  const lastSeen = new Int32Array(names.length).fill(-1);
  for (let stratum = 0; stratum + 1 < strata.starts.length; stratum++) {
    const [from, to] = [strata.starts[stratum] as number, strata.starts[stratum + 1] as number];
    counts.fill(0);
    together.fill(0);
    for (let basket = from; basket < to; basket++) {
      const [start, end] = [starts[basket] as number, starts[basket + 1] as number];
      for (let i = start; i < end; i++) {
        const item = items[i] as number;
        counts[item] = (counts[item] as number) + 1;
        lastSeen[item] = basket;
      }
      if (end - start < 2 || groups.length === 0) continue;
      for (let i = start; i < end; i++)
        for (const group of byFirst[items[i] as number] ?? [])
          if (groups[group]?.every((item) => lastSeen[item] === basket))
            together[group] = (together[group] as number) + 1;
    }
    for (let at = 0; at < rules.length; at++) {
      const { antecedent, consequent } = rules[at] as ItemRule;
      const group = groupOf[at] as number;
      const before = group < 0 ? counts[antecedent[0] as number] : together[group];
      expected[at] =
        (expected[at] as number) + ((before as number) * (counts[consequent] as number)) / (to - from);
    }
  }
  return expected;
}

/** Antecedents of several items, each once however many rules begin with it, and found by their first item. */
function severalItems(rules: readonly ItemRule[]) {
  const groups: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const byFirst: number[][] = [];
  const groupOf = rules.map(({ antecedent }) => {
    if (antecedent.length < 2) return -1;
    const key = antecedent.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const group = groups.push(antecedent) - 1;
    known.set(key, group);
    const first = antecedent[0] as number;
    byFirst[first] = [...(byFirst[first] ?? []), group];
    return group;
  });
  return { groups, groupOf, byFirst };
}

/**
 * Chance of at least `count` where `expected` are, by Poisson. A sum of hypergeometric counts varies less than that,
 * so the chance is rather too large than too small.
 */
export function poissonUpperTail(count: number, expected: number): number {
  if (count <= 0) return 1;
  if (!(expected > 0)) return 0;
  let term = Math.exp(count * Math.log(expected) - expected - logGamma(count + 1));
  let sum = 0;
  for (let k = count; k < expected || term > sum * 1e-16; k++) {
    sum += term;
    term *= expected / (k + 1);
  }
  return Math.min(1, sum);
}
