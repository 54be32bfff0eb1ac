/** What a forecast stands on: one value a period, from the first observed one to the origin. */
export interface History {
  /** NaN where the period is missing. */
  readonly observed: Float64Array;
  /** The same without gaps, for methods that know of none. */
  readonly filled: Float64Array;
}

/** Null where nothing was observed. `season` is the number of periods after which the pattern repeats, 1 for none. */
export function historyOf(values: Float64Array, season: number): History | null {
  const first = values.findIndex((value) => Number.isFinite(value));
  if (first < 0) return null;
  const observed = values.subarray(first);
  return { observed, filled: fillGaps(observed, season) };
}

const CYCLES = 3;

/**
 * A missing period takes the mean of the nearest observed ones at the same place of the season, up to three cycles
 * before and after; where there is none, the straight line between its neighbours, and at the ends the nearest value.
 */
export function fillGaps(values: Float64Array, season: number): Float64Array {
  const filled = values.slice();
  for (let at = 0; at < values.length; at++) {
    if (Number.isFinite(values[at])) continue;
    const alike =
      season > 1 ? [nearest(values, at, -season, CYCLES), nearest(values, at, season, CYCLES)] : [];
    const known = alike.filter((place) => place !== null).map((place) => values[place] ?? 0);
    filled[at] =
      known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : between(values, at);
  }
  return filled;
}

/** Place of the nearest observed value in strides of `stride`, at most `strides` of them away. */
function nearest(values: Float64Array, at: number, stride: number, strides: number): number | null {
  for (let i = 1; i <= strides; i++) {
    const place = at + i * stride;
    if (place < 0 || place >= values.length) return null;
    if (Number.isFinite(values[place])) return place;
  }
  return null;
}

function between(values: Float64Array, at: number): number {
  const before = nearest(values, at, -1, values.length);
  const after = nearest(values, at, 1, values.length);
  if (before === null || after === null) return values[before ?? after ?? at] ?? Number.NaN;
  const share = (at - before) / (after - before);
  return (1 - share) * (values[before] ?? 0) + share * (values[after] ?? 0);
}

/**
 * Demand behind sales that a stock-out cut short: sold-out periods are filled as missing ones are, and are never less
 * than what was sold. Zero sales of an empty shelf are not zero demand.
 */
export function imputeStockouts(
  sales: Float64Array,
  soldOut: ArrayLike<boolean | number>,
  season: number,
): Float64Array {
  const uncensored = sales.map((units, at) => (soldOut[at] ? Number.NaN : units));
  if (!uncensored.some((units) => Number.isFinite(units))) return sales.slice();
  const filled = fillGaps(uncensored, season);
  return sales.map((units, at) =>
    soldOut[at] ? Math.max(Number.isFinite(units) ? units : 0, filled[at] ?? 0) : units,
  );
}
