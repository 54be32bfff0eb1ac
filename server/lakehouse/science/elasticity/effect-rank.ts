import { absorberOf, type Effect } from './absorb-effects.ts';
import { dot, project } from './least-squares.ts';

/** Products of rows and levels squared above which a third effect is counted and not examined. */
const MOST_WORK = 1e9;

/**
 * How many parameters the effects take up: the rank of their dummies. One effect takes its levels; two take theirs
 * less one for each part of the data that shares no level with the rest (Abowd, Creecy and Kramarz 2002). A further
 * one takes what of its dummies is left when those before it are absorbed; too large for that, its levels less one,
 * which is exact unless it nests with others.
 */
export function effectRank(effects: readonly Effect[]): number {
  const [first, second, ...more] = effects.toSorted((a, b) => b.levels - a.levels);
  if (!first) return 0;
  if (!second) return first.levels;
  const before = [first, second];
  let rank = first.levels + second.levels - connectedParts(first, second);
  for (const further of more) {
    rank += ownRank(further, before);
    before.push(further);
  }
  return rank;
}

function ownRank({ codes, levels }: Effect, before: readonly Effect[]): number {
  if (codes.length * levels ** 2 > MOST_WORK) return levels - 1;
  const absorb = absorberOf(before);
  const dummies = Array.from({ length: levels }, (_, level) =>
    Float64Array.from(codes, (code) => (code === level ? 1 : 0)),
  );
  return project(
    dummies.map(absorb),
    dummies.map((dummy) => Math.sqrt(dot(dummy, dummy))),
  ).kept.length;
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
