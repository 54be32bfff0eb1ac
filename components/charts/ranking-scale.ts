import type { Benchmark } from '#lib/ratio-estimate.ts';

/** One store of a ranking. */
export interface RankedFigure {
  readonly storeId: string;
  readonly storeName: string;
  readonly value: number | null;
  readonly benchmark: Benchmark | null;
}

/**
 * Best first by what is ranked (the drawn figure where there is one), those without a figure last.
 * @param better which direction is good; a figure that is neither goes from high to low
 */
export function inOrder<Store extends RankedFigure>(
  stores: readonly Store[],
  better: 'up' | 'down' | null,
): Store[] {
  const sign = better === 'down' ? 1 : -1;
  const ranked = ({ benchmark, value }: RankedFigure) => benchmark?.shrunk ?? value;
  return [...stores].sort((a, b) => {
    const [left, right] = [ranked(a), ranked(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right) || a.storeId.localeCompare(b.storeId);
  });
}

/** Where a figure lies between the ends of all bars, as a share from 0 to 1. */
export function rankingScale(stores: readonly RankedFigure[]): (value: number) => number {
  const ends = stores.flatMap(({ value, benchmark }) => [
    ...(value === null ? [] : [value]),
    ...(benchmark ? [benchmark.low, benchmark.high, benchmark.peers] : []),
  ]);
  const low = Math.min(...ends);
  const span = Math.max(...ends) - low;
  return (value) => (span > 0 ? (value - low) / span : 0.5);
}
