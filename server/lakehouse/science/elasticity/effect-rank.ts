import type { Effect } from './absorb-effects.ts';

/**
 * How many parameters the effects take up: the rank of their dummies. One effect takes its levels; two take theirs
 * less one for each part of the data that shares no level with the rest (Abowd, Creecy and Kramarz 2002); each further
 * one is counted with its levels less one, which is exact unless it nests with the others.
 */
export function effectRank(effects: readonly Effect[]): number {
  const [first, second, ...more] = effects;
  if (!first) return 0;
  if (!second) return first.levels;
  const further = more.reduce((sum, { levels }) => sum + levels - 1, 0);
  return first.levels + second.levels - connectedParts(first, second) + further;
}

function connectedParts(first: Effect, second: Effect): number {
  const leader = Int32Array.from({ length: first.levels + second.levels }, (_, node) => node);
  const find = (node: number): number => {
    let at = node;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at] as number] as number;
      at = leader[at] as number;
    }
    return at;
  };
  let parts = leader.length;
  for (let row = 0; row < first.codes.length; row++) {
    const a = find(first.codes[row] as number);
    const b = find(first.levels + (second.codes[row] as number));
    if (a === b) continue;
    leader[a] = b;
    parts--;
  }
  return parts;
}
