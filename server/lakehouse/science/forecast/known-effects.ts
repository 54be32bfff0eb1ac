/** Effects of what is known in advance (price, promotion, holiday, weather foretold) on one series, fitted to its past. */
export interface KnownEffects {
  /** Past values as they would have been at the mean of everything known. */
  without(values: Float64Array): Float64Array;
  /** Forecasts of the periods from `place` on, with the effects of what is known of them. */
  with(ahead: Float64Array, place: number): Float64Array;
}

const RIDGE = 1;
const PERIODS_PER_EFFECT = 8;

/**
 * Log-linear effects by ridge regression on standardised columns, the penalty worth one observation. Values are
 * natural logarithms where `isLog`; else effects multiply, and periods without sales are left out of the fit. Known
 * values outside the past range count as its edge; missing ones as the mean. Null where the past is too short or
 * nothing known varies.
 */
export function fitKnownEffects(
  past: Float64Array,
  known: readonly Float64Array[],
  isLog: boolean,
): KnownEffects | null {
  const log = (value: number) => (isLog ? value : Math.log(value));
  const rows = [...past.keys()].filter(
    (at) =>
      Number.isFinite(log(past[at] ?? Number.NaN)) && known.every((column) => Number.isFinite(column[at])),
  );
  const columns = known.flatMap((column) => standardised(column, rows) ?? []);
  if (columns.length === 0 || rows.length < PERIODS_PER_EFFECT * (columns.length + 1)) return null;
  const mean = rows.reduce((sum, at) => sum + log(past[at] ?? 0), 0) / rows.length;
  const over = (of: (at: number) => number) => rows.reduce((sum, at) => sum + of(at), 0);
  const weights = solve(
    columns.map((one, i) =>
      columns.map((other, j) => over((at) => one(at) * other(at)) + (i === j ? RIDGE : 0)),
    ),
    columns.map((column) => over((at) => column(at) * (log(past[at] ?? 0) - mean))),
  );
  const effect = (at: number) => columns.reduce((sum, column, i) => sum + (weights[i] ?? 0) * column(at), 0);
  const moved = (value: number, by: number) => (isLog ? value + by : value * Math.exp(by));
  return {
    without: (values) => values.map((value, at) => moved(value, -effect(at))),
    with: (ahead, place) => ahead.map((value, step) => moved(value, effect(place + step))),
  };
}

/** A column in standard deviations from its mean over the rows; null where it does not vary there. */
function standardised(column: Float64Array, rows: readonly number[]): ((at: number) => number) | null {
  const past = rows.map((at) => column[at] ?? 0);
  const mean = past.reduce((sum, value) => sum + value, 0) / past.length;
  const deviation = Math.sqrt(past.reduce((sum, value) => sum + (value - mean) ** 2, 0) / past.length);
  if (!(deviation > 1e-12 * Math.max(1, Math.abs(mean)))) return null;
  const [least, most] = past.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  return (at) => {
    const value = column[at] ?? Number.NaN;
    return Number.isFinite(value) ? (Math.min(most, Math.max(least, value)) - mean) / deviation : 0;
  };
}

/** Solves a small symmetric positive definite system by elimination; the ridge keeps its pivots away from zero. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  rows.forEach((pivotRow, k) => {
    const scaled = pivotRow.map((value) => value / (pivotRow[k] ?? 1));
    rows.forEach((row, i) => {
      if (i !== k) rows[i] = row.map((value, j) => value - (row[k] ?? 0) * (scaled[j] ?? 0));
    });
    rows[k] = scaled;
  });
  return rows.map((row) => row.at(-1) ?? 0);
}
