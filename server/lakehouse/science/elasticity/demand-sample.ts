import type { Effect } from './absorb-effects.ts';

/** Sales of one product, or of several pooled, a row per store and day or week. Columns are equally long. */
export interface DemandColumns {
  /** Units; or their natural logs. */
  readonly quantity: Float64Array;
  /** Money per unit, any currency. */
  readonly price: Float64Array;
  readonly controls: readonly { readonly name: string; readonly values: Float64Array }[];
  /** Levels per row; -1 where unknown. */
  readonly effects: readonly Int32Array[];
  readonly cluster?: Int32Array | undefined;
}

export type Method = 'ols' | 'ppml';

export interface DemandSample {
  /** What is explained: log units for ols, units for ppml. */
  readonly response: Float64Array;
  readonly logPrice: Float64Array;
  readonly controls: readonly Float64Array[];
  readonly effects: readonly Effect[];
  readonly cluster: Effect | undefined;
  /** Rows given but not used, by reason. */
  readonly leftOut: { readonly missing: number; readonly unsold: number };
}

/**
 * The rows that can be used. Missing: a value is NaN or infinite, a level unknown, the price not above 0, the quantity
 * below 0. Unsold: quantity 0, of which no log exists (ols), or of a level that never sold and so says nothing (ppml).
 */
export function sampleOf(
  columns: DemandColumns,
  rows: Int32Array,
  { method, isLog }: { readonly method: Method; readonly isLog: boolean },
): DemandSample {
  const { quantity, price } = columns;
  const codes = columns.cluster ? [...columns.effects, columns.cluster] : columns.effects;
  const known = rows.filter(
    (row) =>
      Number.isFinite(quantity[row]) &&
      (isLog || (quantity[row] as number) >= 0) &&
      Number.isFinite(price[row]) &&
      (price[row] as number) > 0 &&
      columns.controls.every(({ values }) => Number.isFinite(values[row])) &&
      codes.every((levels) => (levels[row] as number) >= 0),
  );
  const units = (row: number) => (isLog ? Math.exp(quantity[row] as number) : (quantity[row] as number));
  const used =
    method === 'ppml'
      ? withSales(known, columns.effects, units)
      : isLog
        ? known
        : known.filter((row) => units(row) > 0);
  const pick = (values: Float64Array) => Float64Array.from(used, (row) => values[row] as number);
  const response =
    method === 'ppml'
      ? Float64Array.from(used, units)
      : Float64Array.from(used, (row) =>
          isLog ? (quantity[row] as number) : Math.log(quantity[row] as number),
        );
  return {
    response,
    logPrice: pick(price).map(Math.log),
    controls: columns.controls.map(({ values }) => pick(values)),
    effects: columns.effects.map((levels) => effectOf(levels, used)),
    cluster: columns.cluster && effectOf(columns.cluster, used),
    leftOut: { missing: rows.length - known.length, unsold: known.length - used.length },
  };
}

/** Drops levels without any sale until none is left. */
function withSales(
  rows: Int32Array,
  effects: readonly Int32Array[],
  units: (row: number) => number,
): Int32Array {
  let left = rows;
  for (;;) {
    const sold = effects.map(
      (levels) => new Set(left.filter((row) => units(row) > 0).map((row) => levels[row] as number)),
    );
    const next = left.filter((row) => effects.every((levels, k) => sold[k]?.has(levels[row] as number)));
    if (next.length === left.length) return next;
    left = next;
  }
}

/** Levels that occur in the rows, numbered from 0. */
function effectOf(levels: Int32Array, rows: Int32Array): Effect {
  const numbers = new Map<number, number>();
  const codes = Int32Array.from(rows, (row) => {
    const level = levels[row] as number;
    const number = numbers.get(level) ?? numbers.size;
    numbers.set(level, number);
    return number;
  });
  return { codes, levels: numbers.size };
}
