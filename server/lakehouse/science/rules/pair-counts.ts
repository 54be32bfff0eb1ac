import type { Paths, PatternBase } from './pattern-base.ts';

export interface PairCounts {
  /** In how many baskets the item is with each lower-numbered one; valid until the next call. */
  rowOf(item: number): Int32Array;
  /** False when the pair is known to be in fewer baskets than that. */
  mayReach(one: number, other: number, minimum: number): boolean;
}

/** 2^25 counts are 128 MiB: above, pairs are counted row by row, which takes longer but holds one row only. */
const MOST_CELLS = 2 ** 25;

export function pairCounts(base: PatternBase, mostCells = MOST_CELLS): PairCounts {
  return (base.itemCount * (base.itemCount - 1)) / 2 <= mostCells ? triangle(base) : rowByRow(base);
}

const rowStart = (item: number) => (item * (item - 1)) / 2;

/** Counts every pair in one pass over the paths. */
export function triangle({ steps, length, itemCount }: Paths): PairCounts {
  const cells = new Int32Array(rowStart(itemCount));
  for (let step = 0; step < length; step++) {
    let end = step;
    while ((steps[end] as number) >= 0) end++;
    const weight = -(steps[end] as number);
    for (; step < end; step++) {
      const row = rowStart(steps[step] as number);
      for (let other = step + 1; other < end; other++) {
        const cell = row + (steps[other] as number);
        cells[cell] = (cells[cell] as number) + weight;
      }
    }
  }
  return {
    rowOf: (item) => cells.subarray(rowStart(item), rowStart(item + 1)),
    mayReach: (one, other, minimum) =>
      (cells[one > other ? rowStart(one) + other : rowStart(other) + one] as number) >= minimum,
  };
}

function rowByRow({ steps, places, firstOf, itemCount }: PatternBase): PairCounts {
  const row = new Int32Array(itemCount);
  return {
    rowOf: (item) => {
      row.fill(0, 0, item);
      for (let i = firstOf[item] as number; i < (firstOf[item + 1] as number); i++) {
        const first = (places[i] as number) + 1;
        let end = first;
        while ((steps[end] as number) >= 0) end++;
        for (let step = first; step < end; step++) {
          const other = steps[step] as number;
          row[other] = (row[other] as number) - (steps[end] as number);
        }
      }
      return row;
    },
    mayReach: () => true,
  };
}
