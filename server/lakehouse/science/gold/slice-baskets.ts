import type { Baskets } from '../rules/baskets.ts';
import type { Strata } from '../rules/within-strata.ts';
import type { Part, WindowTickets } from './tickets-of-window.ts';

/** The baskets of some parts, with items of another kind: a product stands for `itemOf` it, -1 leaves it out. */
export function sliceBaskets(
  tickets: WindowTickets,
  parts: readonly Part[],
  itemOf: Int32Array,
  names: readonly string[],
): Baskets & { readonly strata: Strata } {
  const baskets = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  const lines = parts.reduce(
    (sum, { from, to }) => sum + (tickets.starts[to] as number) - (tickets.starts[from] as number),
    0,
  );
  const starts = new Int32Array(baskets + 1);
  const items = new Int32Array(lines);
  const weeks: number[] = [];
  const lastSeen = new Int32Array(names.length).fill(-1);
  let basket = 0;
  let filled = 0;
  let week = 0;
  for (const { from, to } of parts) {
    while ((tickets.weekStarts[week] as number) < from) week++;
    for (let at = from; at < to; at++) {
      if (tickets.weekStarts[week] === at) {
        weeks.push(basket);
        week++;
      }
      for (let line = tickets.starts[at] as number; line < (tickets.starts[at + 1] as number); line++) {
        const item = itemOf[tickets.items[line] as number] as number;
        if (item < 0 || lastSeen[item] === basket) continue;
        lastSeen[item] = basket;
        items[filled++] = item;
      }
      starts[++basket] = filled;
    }
  }
  return {
    starts,
    items: items.subarray(0, filled),
    names,
    strata: { starts: Int32Array.from([...weeks, baskets]) },
  };
}
