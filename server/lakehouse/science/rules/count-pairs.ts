import type { RankedBaskets } from './frequent-items.ts';

/** Counts every pair of frequent items over the same arrays, in a triangle: the floor that mining is measured against. */
export function countPairs({ starts, ranks, counts }: RankedBaskets): Int32Array {
  const triangle = new Int32Array((counts.length * (counts.length - 1)) / 2);
  for (let basket = 0; basket + 1 < starts.length; basket++) {
    const start = starts[basket] as number;
    const end = starts[basket + 1] as number;
    for (let i = start + 1; i < end; i++) {
      const rank = ranks[i] as number;
      const row = (rank * (rank - 1)) / 2;
      for (let j = start; j < i; j++) {
        const cell = row + (ranks[j] as number);
        triangle[cell] = (triangle[cell] as number) + 1;
      }
    }
  }
  return triangle;
}
