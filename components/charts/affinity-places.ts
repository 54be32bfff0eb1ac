import type { AffinityPair } from '#lib/affinity.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Groups stand in cells of a grid, so many wide to one high: as a panel is, and so that names have room below. */
const CELL = { width: 2.6, height: 1.2 };
const COLUMNS = 5;

/** Items that hang together, largest group first. */
export function groupsOf(pairs: readonly AffinityPair[]): string[][] {
  const groupOf = new Map<string, Set<string>>();
  for (const { names } of pairs) {
    const joined = new Set(names.flatMap((name) => [...(groupOf.get(name) ?? [name])]));
    for (const name of joined) groupOf.set(name, joined);
  }
  return [...new Set(groupOf.values())]
    .map((group) => [...group])
    .sort((one, other) => other.length - one.length || ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1));
}

/** Where each item stands: the items of a group on a ring within its cell, two of them side by side. */
export function placesOf(pairs: readonly AffinityPair[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [at, group] of groupsOf(pairs).entries()) {
    const centre = { x: (at % COLUMNS) * CELL.width, y: Math.floor(at / COLUMNS) * CELL.height };
    for (const [turn, name] of group.entries()) {
      const angle = Math.PI + (2 * Math.PI * turn) / group.length;
      places.set(name, { x: centre.x + 0.62 * Math.cos(angle), y: centre.y + 0.34 * Math.sin(angle) });
    }
  }
  return places;
}
